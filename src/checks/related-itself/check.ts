import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";

/** A story is related to others, each named once. */
export const check: Check = (_library, { told }) =>
  told.flatMap(({ folder, facts, document, file }) =>
    (facts.related ?? []).flatMap((id, index, related) => {
      const twice = related.indexOf(id) !== index;
      if (id === undefined) return [];
      if (id !== folder.id && !twice) return [];
      return [
        makeFinding({
          code: "related-itself",
          file,
          at: document.valueAt(["related", index]),
          message: twice ? `"${id}" is named twice.` : "The story names itself as related.",
          fix: "Remove the entry.",
        }),
      ];
    }),
  );
