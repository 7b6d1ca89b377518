import { makeFinding } from "../../finding/make-finding.ts";
import { toWriteMark } from "../../story/draft/to-write.ts";
import type { Check } from "../check.ts";

/** No two stories have the same title or summary: a reader could not tell them apart in a list. */
export const check: Check = (_library, { told }) =>
  (["title", "summary"] as const).flatMap((field) => {
    const first = new Map<string, string>();
    return told.flatMap(({ folder, facts, document, file }) => {
      const text = facts[field];
      if (text === undefined || text.includes(toWriteMark)) return [];
      const words = text.toLowerCase().replace(/\s+/g, " ").trim();
      const other = first.get(words);
      if (other === undefined) {
        first.set(words, folder.id);
        return [];
      }
      return [
        makeFinding({
          code: "title-duplicate",
          file,
          at: document.valueAt([field]),
          message: `${other} has the same ${field}.`,
          fix: "Say what sets this story apart.",
        }),
      ];
    });
  });
