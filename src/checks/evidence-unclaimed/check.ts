import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";

/** Every file of evidence is named by a symptom; what nobody names is not shown. */
export const check: Check = (_library, { told }) =>
  told.flatMap(({ folder, facts: { symptoms } }) => {
    // A symptom that cannot be read may name any of them.
    if (!symptoms?.every((symptom) => symptom && (!("evidence" in symptom) || symptom.evidence?.file)))
      return [];
    const claimed = new Set(symptoms.map((symptom) => symptom?.evidence?.file));
    return folder.evidence.flatMap(({ file }) => {
      const name = file.slice(folder.folder.length + 1);
      if (claimed.has(name)) return [];
      return [
        makeFinding({
          code: "evidence-unclaimed",
          file,
          at: { line: 1, column: 1 },
          message: `No symptom of ${folder.id} names ${name}.`,
          fix: "Name it in the symptom it shows, or remove it.",
        }),
      ];
    });
  });
