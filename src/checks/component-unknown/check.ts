import { makeFinding } from "../../finding/make-finding.ts";
import { nearestName } from "../../finding/nearest-name.ts";
import { allowedComponents } from "../../story/allowed-components.ts";
import type { Check } from "../check.ts";
import { isHtmlName } from "../html-name.ts";

/** The only components in prose are those of allowed-components.ts. */
export const check: Check = (_library, { texts }) =>
  texts.flatMap(({ prose }) =>
    prose.elements.flatMap(({ name, at }) => {
      if (name !== undefined && (allowedComponents.has(name) || isHtmlName(name))) return [];
      const near = name === undefined ? undefined : nearestName(name, allowedComponents.keys());
      return [
        makeFinding({
          code: "component-unknown",
          file: prose.file,
          at: { line: at.line, column: at.column },
          message: `There is no component <${name ?? ""}>${near ? `; did you mean <${near} />?` : "."}`,
          fix: near
            ? `Write <${near} />.`
            : `Remove it, or put it in backticks if it is text; stories may use ${[...allowedComponents.keys()].map((known) => `<${known} />`).join(" and ")}.`,
        }),
      ];
    }),
  );
