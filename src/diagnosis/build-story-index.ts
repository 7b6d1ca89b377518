import { cleanLine } from "./clean-line.ts";
import { everydayWords } from "./everyday-words.ts";
import { families, familiesOf } from "./families/index.ts";
import { fixedText } from "./signature-index.ts";
import type { StoryDocument } from "./story-document.ts";
import type { StoryIndex } from "./story-index.ts";
import { dropVariableParts } from "./variable-parts.ts";
import { bm25, type Field, fieldWeights, leastWorth, seenFields } from "./weights.ts";
import { wordsOf } from "./words.ts";

/** Most a weight can be in the index. */
export const mostWorth = 127;

type FieldTexts = Record<Field, readonly string[]>;

/**
 * Makes the index of stories: the words of each with their worth (BM25F: occurrences weighted by field, discounted by
 * length, saturated), the families each belongs to, and the lines each is known by.
 */
export function buildStoryIndex(documents: readonly StoryDocument[]): StoryIndex {
  const fields = documents.map(fieldsOf);
  const counted = fields.map(countWords);
  const average = averageLengths(counted);
  const worths = counted.map((story) => worthOfWords(story, average));
  const words = invert(worths, (word, count) => count <= 2 && !everydayWords.has(word));
  const place = new Map(Object.keys(words).map((word, index) => [word, index] as const));
  return {
    version: 1,
    stories: documents.map(({ id }) => id),
    words,
    families: invert(fields.map(worthOfFamilies), () => true),
    phrases: documents.flatMap((document, story) => knownPhrases(document, story, place)),
  };
}

/** A text as it is compared: cleaned and without its variable parts. */
export function steadyText(line: string): string {
  return dropVariableParts(cleanLine(line));
}

function fieldsOf({
  title,
  summary,
  terms,
  symptoms,
  queries,
  causes,
  responses,
  prose,
}: StoryDocument): FieldTexts {
  return {
    signature: symptoms.flatMap(({ signature }) => (signature === undefined ? [] : [fixedText(signature)])),
    evidence: symptoms.flatMap(({ evidence }) => evidence),
    query: queries,
    title: [title],
    term: terms,
    observed: symptoms.map(({ observed }) => observed),
    summary: [summary],
    expect: symptoms.flatMap(({ check }) => (check ? [check.expect] : [])),
    command: symptoms.flatMap(({ check }) => (check ? [check.command] : [])),
    cause: causes,
    response: responses,
    prose: [prose],
  };
}

interface Counted {
  lengths: Map<Field, number>;
  counts: Map<string, Map<Field, number>>;
}

function countWords(texts: FieldTexts): Counted {
  const counted: Counted = { lengths: new Map(), counts: new Map() };
  for (const field of Object.keys(fieldWeights) as Field[]) {
    let length = 0;
    for (const text of texts[field])
      for (const line of text.split("\n"))
        for (const { term } of wordsOf(steadyText(line))) {
          length++;
          const counts = counted.counts.get(term) ?? new Map<Field, number>();
          counts.set(field, (counts.get(field) ?? 0) + 1);
          counted.counts.set(term, counts);
        }
    counted.lengths.set(field, length);
  }
  return counted;
}

function averageLengths(stories: readonly Counted[]): Map<Field, number> {
  return new Map(
    (Object.keys(fieldWeights) as Field[]).map((field) => {
      const lengths = stories.map(({ lengths: own }) => own.get(field) ?? 0).filter((length) => length > 0);
      return [field, lengths.reduce((sum, length) => sum + length, 0) / Math.max(lengths.length, 1)];
    }),
  );
}

interface Worth {
  worth: number;
  seen: boolean;
}

function worthOfWords({ lengths, counts }: Counted, average: ReadonlyMap<Field, number>): Map<string, Worth> {
  const worths = new Map<string, Worth>();
  for (const [word, perField] of counts) {
    let weight = 0;
    let seen = false;
    for (const [field, count] of perField) {
      const mean = average.get(field) ?? 0;
      const length = lengths.get(field) ?? 0;
      weight += (fieldWeights[field] * count) / (1 - bm25.b + (bm25.b * length) / Math.max(mean, 1));
      if (seenFields.has(field)) seen = true;
    }
    worths.set(word, { worth: weight / (bm25.k1 + weight), seen });
  }
  return worths;
}

/** A story belongs to a family by where its phrases stand; several places do not add up. */
function worthOfFamilies(texts: FieldTexts): Map<string, Worth> {
  const worths = new Map<string, Worth>();
  for (const field of Object.keys(fieldWeights) as Field[])
    for (const text of texts[field])
      for (const { id } of familiesOf(text)) {
        const before = worths.get(id) ?? { worth: 0, seen: false };
        const worth = fieldWeights[field] / (bm25.k1 + fieldWeights[field]);
        worths.set(id, {
          worth: Math.min(1, before.worth + worth * 0.35 * (before.worth > 0 ? 0.5 : 2)),
          seen: before.seen || seenFields.has(field),
        });
      }
  return worths;
}

function invert(
  stories: readonly ReadonlyMap<string, Worth>[],
  keepAll: (key: string, count: number) => boolean,
): Record<string, number[]> {
  const lists = new Map<string, { story: number; worth: Worth }[]>();
  stories.forEach((worths, story) => {
    for (const [key, worth] of worths) {
      const list = lists.get(key) ?? [];
      list.push({ story, worth });
      lists.set(key, list);
    }
  });
  const result: Record<string, number[]> = Object.create(null) as Record<string, number[]>;
  for (const [key, list] of [...lists].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const kept = list.filter(
      ({ worth }) => worth.seen || worth.worth >= leastWorth || keepAll(key, list.length),
    );
    if (kept.length > 0)
      result[key] = kept.flatMap(({ story, worth }) => [
        story,
        Math.max(1, Math.round(worth.worth * mostWorth)) * 2 + (worth.seen ? 1 : 0),
      ]);
  }
  return result;
}

/** Signatures, published lines and queries with at least two words that are not everyday ones. */
function knownPhrases(
  { symptoms, queries }: StoryDocument,
  story: number,
  place: ReadonlyMap<string, number>,
): number[][] {
  const lines = [
    ...symptoms.flatMap(({ signature, evidence }) => [
      ...(signature === undefined ? [] : [fixedText(signature)]),
      ...evidence,
    ]),
    ...queries,
  ];
  const phrases = lines.flatMap((line) => {
    const words = [...new Set(wordsOf(steadyText(line)).map(({ term }) => term))];
    if (words.filter((word) => !everydayWords.has(word)).length < 2) return [];
    return [words.flatMap((word) => place.get(word) ?? []).sort((a, b) => a - b)];
  });
  const different = new Map(phrases.map((phrase) => [phrase.join(), phrase] as const));
  return [...different.values()].map((phrase) => [story, ...phrase]);
}

/** Ids of all families, for tests of an index. */
export const familyIds: readonly string[] = families.map(({ id }) => id);
