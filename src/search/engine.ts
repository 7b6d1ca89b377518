import { makeSignatureIndex, type SignatureIndex, signaturesOf } from "../diagnosis/signature-index.ts";
import type { FacetValues } from "./fields.ts";
import {
  entryFile,
  type IndexEntry,
  type PageText,
  rangeOf,
  type SignatureList,
  signaturesFile,
  type WordRange,
} from "./index-format.ts";
import { type FoundWords, matchWord } from "./match-word.ts";

/** Fetches a file of the index, unpacked. Throws where it cannot. */
export type FetchFile = (name: string) => Promise<unknown>;

/** A page the index found. */
export interface EngineResult {
  /** Permanent id of the story. */
  id: string;
  /** How well it fits; greater is better, comparable within one search. */
  score: number;
  facets: FacetValues;
  /** Fetches what the index keeps of the page. */
  page(): Promise<PageText>;
}

/** The pages that hold a word, and how it was found in them. */
export interface WordHits extends FoundWords {
  /** Worth by page. */
  pages: ReadonlyMap<number, number>;
}

/** Searches an index, fetching what it needs of it and nothing twice. */
export class SearchEngine {
  readonly #fetch: FetchFile;
  readonly #files = new Map<string, Promise<unknown>>();
  readonly entry: IndexEntry;
  #signatures: Promise<SignatureIndex> | undefined;

  constructor(entry: IndexEntry, fetchFile: FetchFile) {
    this.entry = entry;
    this.#fetch = fetchFile;
  }

  /** Opens an index. Throws where it cannot be fetched or is of another version. */
  static async open(fetchFile: FetchFile): Promise<SearchEngine> {
    const entry = (await fetchFile(entryFile)) as IndexEntry;
    if (entry.version !== 1) throw new Error(`The search index has version ${String(entry.version)}.`);
    return new SearchEngine(entry, fetchFile);
  }

  /** All pages, in the order of the index. */
  all(): EngineResult[] {
    return this.entry.pages.map((_, place) => this.result(place, 0));
  }

  /** The pages that hold a word (in the form of the index): the word itself, else words it begins, else words much like it. */
  async find(word: string): Promise<WordHits> {
    const { ranges } = this.entry;
    const first = Math.max(rangeOf(ranges, word), 0);
    // Words that begin with this one may go on in the next range.
    const last = Math.max(rangeOf(ranges, `${word}\uffff`), first);
    const found: WordRange[] = [];
    for (let place = first; place <= Math.min(last, first + 1); place++) found.push(await this.#range(place));
    const matched = matchWord(word, found);
    const pages = new Map<number, number>();
    for (const { word: held, weight } of matched.words) {
      const list = found.flatMap((range) => range[held] ?? []);
      for (let at = 0; at < list.length; at += 2) {
        const page = list[at] ?? 0;
        pages.set(page, Math.max(pages.get(page) ?? 0, (list[at + 1] ?? 0) * weight));
      }
    }
    return { ...matched, pages };
  }

  /** The pages whose signatures a text carries, the text taken line by line. */
  async findSignatures(lines: readonly string[]): Promise<EngineResult[]> {
    this.#signatures ??= this.#load(signaturesFile).then((list) =>
      makeSignatureIndex(
        (list as SignatureList).map(([page, template]) => ({ story: String(page), template })),
      ),
    );
    const signatures = await this.#signatures;
    const counts = new Map<number, number>();
    for (const line of lines)
      for (const { story } of signaturesOf(signatures, line)) {
        const page = Number(story);
        counts.set(page, (counts.get(page) ?? 0) + 1);
      }
    return [...counts].sort((a, b) => b[1] - a[1]).map(([page, count]) => this.result(page, count));
  }

  /** A page of the index as a result. */
  result(place: number, score: number): EngineResult {
    const page = this.entry.pages[place];
    if (!page) throw new Error(`The search index has no page ${place}.`);
    return {
      id: page.id,
      score,
      facets: page.facets,
      page: () => this.#load(page.file) as Promise<PageText>,
    };
  }

  async #range(place: number): Promise<WordRange> {
    const range = this.entry.ranges[place];
    return range ? ((await this.#load(range[1])) as WordRange) : {};
  }

  /** A file, fetched once; a failure is forgotten, so that the next search tries again. */
  #load(file: string): Promise<unknown> {
    const known = this.#files.get(file);
    if (known) return known;
    const loading = this.#fetch(file).catch((cause: unknown) => {
      this.#files.delete(file);
      throw cause;
    });
    this.#files.set(file, loading);
    return loading;
  }
}
