/** Words whose only purpose is grammar; they say nothing about a failure. */
const commonWords = new Set(
  "a an and are as at be been but by can could did do does for from had has have how i if in into is it its me my not of on or our so that the their them then there these this to us was we were what when where which while who why will with would you your".split(
    " ",
  ),
);

/** Most words of one query that are looked up one by one. */
const maxWords = 24;

/** Parts of a pasted line that differ from cluster to cluster and so would find nothing. */
const variableParts: readonly RegExp[] = [
  // Names that a controller made: web-5f7c9d8b6d-x2x9k, web-x2x9k. Their random parts have no vowels, 0, 1 or 3
  // (k8s.io/apimachinery/pkg/util/rand), so ordinary dashed names stay.
  /(?<![a-z0-9-])[a-z0-9-]+-[bcdfghjklmnpqrstvwxz2456789]{8,10}-[bcdfghjklmnpqrstvwxz2456789]{5}(?![a-z0-9-])/g,
  /(?<![a-z0-9-])[a-z0-9-]+-(?=[a-z]{0,4}\d)[bcdfghjklmnpqrstvwxz2456789]{5}(?![a-z0-9-])/g,
  // Dates and times: 2019-01-18T09:12:33.123Z, 09:12:33, I0118 (klog).
  /\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?\b/g,
  /\b\d{1,2}:\d{2}:\d{2}(?:\.\d+)?\b/g,
  /\b[IWEF]\d{4}\b/g,
  // UIDs, digests and long hexadecimal names.
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
  /\bsha256:[0-9a-f]+\b/gi,
  /\b(?:0x)?(?=[0-9a-f]*\d)[0-9a-f]{7,}\b/gi,
  // Addresses with or without a mask or port.
  /\b\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2}|:\d{1,5})?\b/g,
  // Durations, counts and shares: 4m12s, (x34 over 5m), 0/12, 250m, 512Mi.
  /\(x\d+ over [^)]*\)/g,
  /\b\d+\/\d+\b/g,
  /\b\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h|d|[KMGT]i?B?)?(?:\d+(?:ms|s|m|h))*\b/g,
];

/** Numbers that are names in themselves: an exit code or a status says more than any word beside it. */
const tellingNumber = /\b(?:exit(?: code|ed with)?|code|status|http|signal|error|errno)[ :=]+\d{1,3}\b/gi;

/**
 * What to try for a query, most exact first: as typed, then without the parts that vary from cluster to cluster
 * (numbers, hashes, addresses, generated names). Equal steps appear once; an empty query gives no steps.
 */
export function queryLadder(query: string): string[] {
  const typed = query.replaceAll(/\s+/g, " ").trim();
  if (typed === "") return [];
  const steady = dropVariableParts(typed);
  return steady === "" || steady === typed ? [typed] : [typed, steady];
}

/** The text without its variable parts, white space put in order; numbers that are names, such as exit codes, stay. */
export function dropVariableParts(text: string): string {
  const kept: string[] = [];
  let rest = text.replaceAll(tellingNumber, (found) => {
    kept.push(found.replaceAll(/[ :=]+/g, " "));
    return " ";
  });
  for (const part of variableParts) rest = rest.replaceAll(part, " ");
  return [...kept, rest]
    .join(" ")
    .replaceAll(/(?<=^|\s)[^\p{L}\p{N}]+(?=\s|$)/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** The different words of a text that can tell stories apart, in the order in which they stand, at most 24. */
export function tellingWords(text: string): string[] {
  const words = dropVariableParts(text)
    .split(/[\s"'`()[\]{}<>,;=|]+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}_-]+|[^\p{L}\p{N}_]+$/gu, ""))
    .filter((word) => word.length > 1 && !commonWords.has(word.toLowerCase()));
  const seen = new Map(words.map((word) => [word.toLowerCase(), word] as const));
  return [...seen.values()].slice(0, maxWords);
}
