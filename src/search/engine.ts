/** A page the index found. */
export interface EngineResult {
  /** Name of the page in the index, the same in every search. */
  id: string;
  /** How well it fits; greater is better, comparable within one search. */
  score: number;
  /** Fetches what the index keeps of the page. */
  data(): Promise<EngineDocument>;
}

/** A part of a page, from one heading to the next, in which words were found. */
export interface EnginePassage {
  title: string;
  /** Address of the part, base path and anchor included. */
  url: string;
  /** Text around the words, with `<mark>` around each; `<` and `>` of the text itself are escaped. */
  excerpt: string;
  locations: number[];
}

/** What the index keeps of a page. */
export interface EngineDocument {
  /** Address of the page, base path included. */
  url: string;
  /** The text of the page; words are parted by white space. */
  content: string;
  /** Which of those words were found, counted from 0. */
  locations: number[];
  excerpt: string;
  meta: Record<string, string>;
  sub_results: EnginePassage[];
}

/** What this project uses of Pagefind's JavaScript interface (https://pagefind.app/docs/api/). */
export interface SearchEngine {
  /** Finds the pages that hold all words of a text, or with `null` all pages the filters leave. */
  search(
    term: string | null,
    options?: { filters?: Record<string, string | string[]> },
  ): Promise<{ results: EngineResult[] }>;
  /** Values of every filter with the number of pages that have them. */
  filters(): Promise<Record<string, Record<string, number>>>;
}
