import type { FacetValues } from "./fields.ts";

/**
 * The search index is a few small files, so that a search fetches little however large the library is: `entry`, which says what
 * there is; ranges of words, of which a search fetches those its words fall into; one file a page, fetched for the results
 * that are shown; and the signatures, fetched for pasted lines. All are JSON, compressed with gzip by the build and unpacked by
 * the browser, since static hosts do not agree on when to compress.
 */
export const entryFile = "entry.gz.bin";
/** The file of signatures. */
export const signaturesFile = "signatures.gz.bin";

/** Folder, in the index, of the files whose names carry a hash of their content, so that they can be kept for ever. */
export const keptFolder = "kept";

/** What the index holds. */
export interface IndexEntry {
  version: 1;
  pages: readonly IndexedPage[];
  /** First word of each range, in order, with the file of the range. */
  ranges: readonly (readonly [first: string, file: string])[];
}

/** A page that can be found. */
export interface IndexedPage {
  /** Permanent id of the story. */
  id: string;
  file: string;
  facets: FacetValues;
}

/** A range of words: pairs of page and worth (1 to 127) by word. */
export type WordRange = Readonly<Record<string, readonly number[]>>;

/** What the index keeps of a page. */
export interface PageText {
  /** Path of the page below the base path. */
  path: string;
  title: string;
  meta: Readonly<Record<string, string>>;
  /** The text; its words are parted by single spaces. */
  content: string;
  /** Titles in the text that can be linked to, with the number of their first word. */
  sections: readonly (readonly [word: number, id: string, title: string])[];
}

/** Signatures with the place of their page in the entry. */
export type SignatureList = readonly (readonly [page: number, template: string])[];

/** Place of the range that a word falls into, by binary search; -1 where it stands before the first one. */
export function rangeOf(ranges: IndexEntry["ranges"], word: string): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[0] ?? "") <= word) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
