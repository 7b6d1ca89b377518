import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";
import { claimedRange, evidenceFile, evidenceLines } from "../claimed-lines.ts";

/** The lines of evidence that symptoms name exist and say something. */
export const check: Check = (_library, { told }) =>
  told.flatMap(({ folder, facts, document, file }) =>
    (facts.symptoms ?? []).flatMap((symptom, index) => {
      const evidence = symptom?.evidence;
      const text = evidence && evidenceFile(folder, evidence.file);
      const range = evidence && claimedRange(evidence);
      if (!text?.readable || !range) return [];
      const lines = evidenceLines(text);
      const { from, to } = range;
      const message =
        from < 1 || to < from
          ? `The lines ${evidence.lines} run backwards or start before the first.`
          : to > lines.length
            ? `${evidence.file} has ${lines.length} ${lines.length === 1 ? "line" : "lines"}, and line ${to} is claimed.`
            : lines.slice(from - 1, to).every((line) => line.text.trim() === "")
              ? `The claimed ${from === to ? `line ${from} is` : `lines ${evidence.lines} are`} empty.`
              : undefined;
      if (message === undefined) return [];
      return [
        makeFinding({
          code: "evidence-lines-missing",
          file,
          at: document.valueAt(["symptoms", index, "evidence", "lines"]),
          message,
          fix: `Name lines from 1 to ${lines.length}, or leave "lines" out to claim them all.`,
        }),
      ];
    }),
  );
