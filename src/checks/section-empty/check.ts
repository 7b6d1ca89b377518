import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";

/** Something stands under every heading. */
export const check: Check = (_library, { texts }) =>
  texts.flatMap(({ prose }) =>
    prose.headings
      .filter(({ hasContent }) => !hasContent)
      .map(({ title, at }) =>
        makeFinding({
          code: "section-empty",
          file: prose.file,
          at,
          message: title.trim() === "" ? "The heading is empty." : `Nothing stands under "${title}".`,
          fix: "Write the section, or leave the heading out.",
        }),
      ),
  );
