import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";

/** Stories relate to each other both ways, so that a reader finds the way back. */
export const check: Check = (_library, { told }) =>
  told
    .filter(({ folder }) => !folder.template)
    .flatMap(({ folder, facts, document, file }) =>
      (facts.related ?? []).flatMap((id, index) => {
        const other = told.find((story) => story.folder.id === id);
        if (!other?.facts.related || id === folder.id || other.facts.related.includes(folder.id)) return [];
        return [
          makeFinding({
            code: "related-one-sided",
            file,
            at: document.valueAt(["related", index]),
            message: `${id} does not name ${folder.id} as related.`,
            fix: `Add ${folder.id} to "related" in ${other.file}, or remove it here.`,
          }),
        ];
      }),
    );
