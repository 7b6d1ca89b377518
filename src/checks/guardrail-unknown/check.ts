import type { Finding } from "../../finding/finding.ts";
import { makeFinding } from "../../finding/make-finding.ts";
import { nearestName } from "../../finding/nearest-name.ts";
import type { YamlPath } from "../../yaml/yaml-types.ts";
import type { Check } from "../check.ts";

/** The guardrails that stories name are folders of content/guardrails. */
export const check: Check = (library, { told }) => {
  const known = library.guardrails.map(({ id }) => id);
  return told.flatMap(({ facts, document, file }) => {
    const see = (id: string | undefined, path: YamlPath): Finding[] => {
      if (id === undefined || known.includes(id)) return [];
      const near = nearestName(id, known);
      return [
        makeFinding({
          code: "guardrail-unknown",
          file,
          at: document.valueAt(path),
          message: `There is no guardrail "${id}"${near ? `; did you mean "${near}"?` : "."}`,
          fix: near
            ? `Write ${near}.`
            : "Name a folder of content/guardrails, or say under none why there is no guardrail.",
        }),
      ];
    };
    return [
      ...(typeof facts.guardrail === "string" ? see(facts.guardrail, ["guardrail"]) : []),
      ...(facts.proof ?? []).flatMap((entry, index) => see(entry?.guardrail, ["proof", index, "guardrail"])),
    ];
  });
};
