import { cleanLine } from "../diagnosis/clean-line.ts";
import type { EngineResult, SearchEngine, WordHits } from "./engine.ts";
import { isPasted, type QueryWord, steadyWords, typedWords } from "./query-words.ts";

/** What a search found, and how much of the query it took to find it. */
export interface SearchOutcome {
  results: EngineResult[];
  /** Number of results that carry a signature found in the query; they stand first. */
  exact: number;
  /**
   * `typed`: pages hold all words as typed. `steady`: they do once numbers and names are dropped. `some`: they hold some
   * of the words, pages with rare ones first. `none`: nothing holds any.
   */
  how: "typed" | "steady" | "some" | "none";
  /** The words looked for in the end, as typed. */
  tried: string;
  /** What to mark in the pages found: words in the form of the index. */
  marked: ReadonlySet<string>;
}

/**
 * Searches with fewer demands as long as nothing is found: the words as typed, then without the parts that vary from
 * cluster to cluster, then any of its words, rare ones first. Pages whose signature the query carries come on top of it all.
 */
export async function runSearch(engine: SearchEngine, query: string): Promise<SearchOutcome> {
  const lines = query.split(/\r\n|\n|\r/).map(cleanLine);
  const exact = isPasted(query) ? await engine.findSignatures([...lines, lines.join(" ")]) : [];
  const found = await rankWords(engine, query);
  const known = new Set(exact.map(({ id }) => id));
  return {
    ...found,
    results: [...exact, ...found.results.filter(({ id }) => !known.has(id))],
    exact: exact.length,
    how: exact.length > 0 && found.how === "none" ? "steady" : found.how,
  };
}

interface LookedUp {
  word: QueryWord;
  hits: WordHits;
}

async function rankWords(engine: SearchEngine, query: string): Promise<Omit<SearchOutcome, "exact">> {
  const typed = await lookUp(engine, typedWords(query));
  const whole = withAll(engine, typed);
  if (whole.length > 0) return outcome(whole, "typed", typed);
  const steady = await lookUp(engine, steadyWords(query));
  // Parts of compounds may be missing where the whole is there.
  const demanded = steady.filter(({ word }) => word.weight >= 1);
  const all = demanded.length < typed.length ? withAll(engine, demanded) : [];
  if (all.length > 0) return outcome(all, "steady", demanded);
  const some = withAny(engine, steady);
  const useful = steady.filter(({ hits }) => hits.pages.size > 0);
  return outcome(some, some.length > 0 ? "some" : "none", useful);
}

async function lookUp(engine: SearchEngine, words: readonly QueryWord[]): Promise<LookedUp[]> {
  return Promise.all(words.map(async (word) => ({ word, hits: await engine.find(word.term) })));
}

/** Pages that hold every word. */
function withAll(engine: SearchEngine, words: readonly LookedUp[]): EngineResult[] {
  const [first] = words;
  if (!first) return [];
  const pages = [...first.hits.pages.keys()].filter((page) =>
    words.every(({ hits }) => hits.pages.has(page)),
  );
  return ranked(engine, words, pages);
}

/** Pages that hold any word. */
function withAny(engine: SearchEngine, words: readonly LookedUp[]): EngineResult[] {
  return ranked(engine, words, [...new Set(words.flatMap(({ hits }) => [...hits.pages.keys()]))]);
}

/** Pages by the worth of their words, a word counting more the fewer pages hold it. */
function ranked(engine: SearchEngine, words: readonly LookedUp[], pages: readonly number[]): EngineResult[] {
  const total = engine.entry.pages.length;
  return pages
    .map((page) =>
      engine.result(
        page,
        words.reduce((sum, { word, hits }) => {
          const rarity = Math.log(1 + (total - hits.pages.size + 0.5) / (hits.pages.size + 0.5));
          return sum + word.weight * rarity * (hits.pages.get(page) ?? 0);
        }, 0),
      ),
    )
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

function outcome(
  results: EngineResult[],
  how: SearchOutcome["how"],
  words: readonly LookedUp[],
): Omit<SearchOutcome, "exact"> {
  return {
    results,
    how,
    tried: [...new Set(words.map(({ word }) => word.text))].join(" "),
    marked: new Set(words.flatMap(({ hits }) => hits.words.map(({ word }) => word))),
  };
}
