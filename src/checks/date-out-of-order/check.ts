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
    return [
      ...(before(facts.published, facts.incidentDate)
        ? [
            wrong(
              ["incidentDate"],
              `incidentDate is ${facts.incidentDate}, after the story was published on ${facts.published}.`,
            ),
          ]
        : []),
      ...(facts.updated !== undefined && before(facts.updated, facts.published)
        ? [
            wrong(
              ["updated"],
              `updated is ${facts.updated}, before the story was published on ${facts.published}.`,
            ),
          ]
        : []),
      ...facts.sources.flatMap(({ published, kind }, index) => {
        if (published === undefined || kind === "reference") return [];
        const path = ["sources", index, "published"];
        if (before(published, facts.incidentDate))
          return [
            wrong(path, `The report is dated ${published}, before the incident of ${facts.incidentDate}.`),
          ];
        if (before(facts.published, published))
          return [
            wrong(
              path,
              `The report is dated ${published}, after the story told from it was published on ${facts.published}.`,
            ),
          ];
        return [];
      }),
    ];
  });

/** Whether a lies before b, as far as both are precise. */
function before(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}
