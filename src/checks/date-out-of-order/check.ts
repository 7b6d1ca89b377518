import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";

/**
 * Dates agree with each other: the incident lies before the reports about it, and those before the story; a correction
 * comes after publication. Dates of different precision are compared as far as both go. No clock is asked.
 */
export const check: Check = (_library, { told }) =>
  told.flatMap(({ facts, document, file }) => {
    const wrong = (path: (string | number)[], message: string) =>
      makeFinding({
        code: "date-out-of-order",
        file,
        at: document.valueAt(path),
        message,
        fix: "Correct the one that is wrong.",
      });
    const { incidentDate, published, updated, withdrawn, corrections = [], sources = [] } = facts;
    return [
      ...(before(published, incidentDate)
        ? [
            wrong(
              ["incidentDate"],
              `incidentDate is ${incidentDate}, after the story was published on ${published}.`,
            ),
          ]
        : []),
      ...(before(updated, published)
        ? [wrong(["updated"], `updated is ${updated}, before the story was published on ${published}.`)]
        : []),
      ...(before(withdrawn?.on, published)
        ? [
            wrong(
              ["withdrawn", "on"],
              `The story was withdrawn on ${withdrawn?.on}, before it was published on ${published}.`,
            ),
          ]
        : []),
      ...corrections.flatMap((correction, index) =>
        before(correction?.on, published)
          ? [
              wrong(
                ["corrections", index, "on"],
                `The correction is dated ${correction?.on}, before the story was published on ${published}.`,
              ),
            ]
          : [],
      ),
      ...sources.flatMap((source, index) => {
        const reported = source?.published;
        if (source?.kind === undefined || source.kind === "reference") return [];
        const path = ["sources", index, "published"];
        if (before(reported, incidentDate))
          return [wrong(path, `The report is dated ${reported}, before the incident of ${incidentDate}.`)];
        if (before(published, reported))
          return [
            wrong(
              path,
              `The report is dated ${reported}, after the story told from it was published on ${published}.`,
            ),
          ];
        return [];
      }),
    ];
  });

/** Whether a lies before b, as far as both are known and precise. */
function before(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}
