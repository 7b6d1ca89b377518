/**
 * The constants of ranking, in one place. They were set by `npm run quality` on the cases of tests/search: what people saw
 * weighs more than what was told about it.
 */

/** How much a word counts by the part of a story it stands in. */
export const fieldWeights = {
  signature: 3,
  evidence: 3,
  query: 2.5,
  title: 2.2,
  term: 1.6,
  observed: 1.8,
  summary: 1.5,
  expect: 1.4,
  command: 0.6,
  cause: 0.9,
  response: 0.35,
  prose: 0.3,
} as const;

/** A part of a story. */
export type Field = keyof typeof fieldWeights;

/** The parts that hold what people saw and look for. */
export const seenFields: ReadonlySet<Field> = new Set([
  "signature",
  "evidence",
  "query",
  "title",
  "observed",
  "expect",
]);

/** BM25: how soon more occurrences of a word stop counting, and how much long fields are discounted. */
export const bm25 = { k1: 1.2, b: 0.6 };

/** Words below this worth in a story are left out of the index, unless few stories have them. */
export const leastWorth = 0.06;

/** Worth of a word that only one story holds. */
export const mostRarity = 3.6;

/** Words of every Kubernetes log and report; they count this much of what their rarity says. */
export const everydayWeight = 0.3;

/** The parts of a compound count this much beside the compound itself. */
export const partWeight = 0.4;

/** A word of ordinary language that no story holds counts this much of the rarest one, against all of them. */
export const unknownWeight = 0.6;

/** Of the lines of a text, the one that fits a story best counts in full, each next one this much of the one before. */
export const lineDecay = 0.55;

/** Lines longer than this many words count as if they had about as many. */
export const wordsPerLine = 18;

/** How much belonging to the same family counts, beside its rarity. */
export const familyWeight = 0.9;

/** How much a line or search known from the story counts when a pasted line holds most of it. */
export const phraseWeight = 0.9;

/** Least share of a known line, by the worth of its words, that a pasted line must hold to count at all. */
export const leastShare = 0.45;

/** The most a known line can be worth: a long one is not truer than a short one. */
export const mostPhraseWorth = 16;

/** What a matched signature adds: at least so much, more by the worth of its fixed words, and at most so much. */
export const exactBonus = { least: 6, perWorth: 1.5, most: 40 };
