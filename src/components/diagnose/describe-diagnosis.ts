import type { Diagnosis } from "../../diagnosis/diagnose.ts";

/** Says in a sentence or two what a text came to; read out to those who cannot see the list. */
export function describeDiagnosis({ matches, lines, sure }: Diagnosis): string {
  if (lines === 0) return "";
  const read = lines === 1 ? "1 line read" : `${lines} lines read`;
  const [first] = matches;
  if (!first) return `${read}. No story shares anything telling with it.`;
  if (!sure) return `${read}. No story fits well; ${count(matches.length)} share some of the words.`;
  const certain = matches.filter(({ confidence }) => confidence !== "weak").length;
  const how = first.confidence === "exact" ? "A line is known from" : "It looks like";
  return `${read}. ${how} “${first.title}”${certain > 1 ? `, and ${count(certain - 1)} more may fit` : ""}.`;
}

function count(number: number): string {
  return number === 1 ? "1 story" : `${number} stories`;
}
