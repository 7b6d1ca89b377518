import type { Answers } from "./answers.ts";
import { suggestSignature } from "./suggest-signature.ts";
import { toWrite } from "./to-write.ts";
import { readSymptoms, type ToldSymptom } from "./told-lists.ts";
import { oneLine, splitLines, told } from "./told-text.ts";

/** So many symptoms a story may have. */
const mostSymptoms = 10;

/** The file the messages go into, in the story's folder. */
export const evidenceFile = "evidence/messages.txt";

/** What was printed, as it goes into the story's evidence: without empty lines and white space at their ends. */
export function messageLines(answers: Answers): string[] {
  return evidence(answers).flat();
}

/**
 * The symptoms of a new story: what was seen with its message, each further message, and what else was seen. A message
 * that is told again below something seen belongs there.
 */
export function draftSymptoms(answers: Answers): Record<string, unknown>[] {
  const places = evidencePlaces(answers);
  const [own, ...others] = messageGroups(answers);
  const first: ToldSymptom = {
    observed: told(answers.observed, "observed"),
    ...(answers.where === undefined ? {} : { where: answers.where }),
    lines: own ?? [],
    ...(answers.check === undefined ? {} : { command: oneLine(answers.check) ?? "" }),
    ...(answers.checkExpect === undefined ? {} : { expect: oneLine(answers.checkExpect) ?? "" }),
    rulesOut: told(answers.rulesOut, "rulesOut"),
  };
  const further = others.map((lines) => ({ observed: toWrite("What this line says to the reader."), lines }));
  return [first, ...readSymptoms(answers.alsoSeen).items, ...further]
    .slice(0, mostSymptoms)
    .map((symptom) => written({ where: answers.where ?? "events", ...symptom }, places));
}

function written(symptom: ToldSymptom, places: ReadonlyMap<string, number>): Record<string, unknown> {
  const { observed, where, lines, command, expect, rulesOut } = symptom;
  const numbers = lines.flatMap((line) => places.get(line) ?? []);
  const [from, to] = [Math.min(...numbers), Math.max(...numbers)];
  // One signature has to match every line that is claimed.
  const [signature, ...more] = new Set(lines.map(suggestSignature));
  return {
    observed,
    where,
    ...(numbers.length === 0
      ? {}
      : { evidence: { file: evidenceFile, lines: from === to ? String(from) : `${from}-${to}` } }),
    ...(signature === undefined || more.length > 0 ? {} : { signature }),
    ...(command === undefined ? {} : { check: { command, expect: told(expect, "checkExpect") } }),
    ...(rulesOut === undefined ? {} : { rulesOut }),
  };
}

/** Messages that stand under nothing seen but the first, each with the lines that belong to it. */
function messageGroups(answers: Answers): string[][] {
  const elsewhere = new Set(readSymptoms(answers.alsoSeen).items.flatMap(({ lines }) => lines));
  const groups: string[][] = [];
  for (const line of splitLines(answers.messages)) {
    const last = groups.at(-1);
    if (last && /^\s/.test(line)) last.push(line.trim());
    else groups.push([line.trim()]);
  }
  return groups
    .map((group, index) => (index === 0 ? group : group.filter((line) => !elsewhere.has(line))))
    .filter((group) => group.length > 0);
}

/** The lines of the evidence in the order of the file, each once: those of one symptom together. */
function evidence(answers: Answers): string[][] {
  const [own, ...others] = messageGroups(answers);
  const groups = [own ?? [], ...readSymptoms(answers.alsoSeen).items.map(({ lines }) => lines), ...others];
  const seen = new Set<string>();
  return groups.map((lines) =>
    lines.filter((line) => {
      if (seen.has(line)) return false;
      seen.add(line);
      return true;
    }),
  );
}

/** The number of each line in the file of evidence, from 1. */
function evidencePlaces(answers: Answers): Map<string, number> {
  return new Map(messageLines(answers).map((line, index) => [line, index + 1]));
}
