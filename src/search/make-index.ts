import { wordsOf } from "../diagnosis/words.ts";
import type { FacetValues } from "./fields.ts";
import type { IndexEntry, PageText, SignatureList, WordRange } from "./index-format.ts";

/** A page as the index is made from it. */
export interface SourcePage extends PageText {
  id: string;
  facets: FacetValues;
}

/** The files of an index before they are written: names without the hash of their content. */
export interface IndexParts {
  ranges: { first: string; words: WordRange }[];
  pages: { id: string; facets: FacetValues; text: PageText }[];
  signatures: SignatureList;
}

/** About how many characters of JSON make a range: small enough to be fetched while somebody types. */
const rangeSize = 14_000;
/** How often the words of a piece of metadata count beside those of the text. */
const metaWeights: Readonly<Record<string, number>> = { title: 6, queries: 4, summary: 3, organization: 2 };
/** BM25: how soon more occurrences stop counting, and how much long pages are discounted. */
const k1 = 1.4;
const b = 0.5;
/** Most a worth can be. */
const mostWorth = 127;

/** Makes the parts of an index from pages and signatures. */
export function makeIndex(
  pages: readonly SourcePage[],
  signatures: readonly { id: string; template: string }[],
): IndexParts {
  const counted = pages.map(countWords);
  const lengths = counted.map((counts) => [...counts.values()].reduce((sum, count) => sum + count, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(lengths.length, 1);
  const words = new Map<string, number[]>();
  counted.forEach((counts, page) => {
    const discount = k1 * (1 - b + (b * (lengths[page] ?? 0)) / Math.max(average, 1));
    for (const [word, count] of counts) {
      const list = words.get(word) ?? [];
      list.push(page, Math.max(1, Math.round((mostWorth * count) / (count + discount))));
      words.set(word, list);
    }
  });
  const places = new Map(pages.map(({ id }, place) => [id, place] as const));
  return {
    ranges: cutIntoRanges(words),
    pages: pages.map(({ id, facets, path, title, meta, content, sections }) => ({
      id,
      facets,
      text: { path, title, meta, content, sections },
    })),
    signatures: signatures.flatMap(({ id, template }) => {
      const place = places.get(id);
      return place === undefined ? [] : [[place, template] as const];
    }),
  };
}

/** The entry of an index whose files have been given names. */
export function makeEntry(
  { ranges, pages }: IndexParts,
  files: { ranges: readonly string[]; pages: readonly string[] },
): IndexEntry {
  return {
    version: 1,
    pages: pages.map(({ id, facets }, place) => ({ id, file: files.pages[place] ?? "", facets })),
    ranges: ranges.map(({ first }, place) => [first, files.ranges[place] ?? ""] as const),
  };
}

function countWords({ content, meta, title }: SourcePage): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const { term } of wordsOf(text)) counts.set(term, (counts.get(term) ?? 0) + weight);
  };
  add(content, 1);
  for (const [name, text] of Object.entries({ ...meta, title })) add(text, metaWeights[name] ?? 0);
  for (const [word, count] of counts) if (count === 0) counts.delete(word);
  return counts;
}

function cutIntoRanges(words: ReadonlyMap<string, readonly number[]>): IndexParts["ranges"] {
  const ranges: { first: string; words: Record<string, readonly number[]> }[] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const word of [...words.keys()].sort()) {
    const list = words.get(word) ?? [];
    if (size > rangeSize) {
      ranges.push({ first: word, words: Object.create(null) as Record<string, readonly number[]> });
      size = 0;
    }
    const last = ranges.at(-1);
    if (last) last.words[word] = list;
    size += word.length + 4 + list.join().length;
  }
  return ranges;
}
