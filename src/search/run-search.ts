import type { EngineResult, SearchEngine } from "./engine.ts";
import { queryLadder, tellingWords } from "./query-ladder.ts";
import { rankByRarity } from "./rank-by-rarity.ts";
import { unknownWords } from "./unknown-words.ts";

/** What a search found, and how much of the query it took to find it. */
export interface SearchOutcome {
  results: EngineResult[];
  /**
   * `typed`: pages hold all words as typed. `steady`: they do once numbers and names are dropped. `some`: they hold some
   * of the words, pages with rare ones first. `none`: nothing holds any.
   */
  how: "typed" | "steady" | "some" | "none";
  /** What was looked for in the end. */
  tried: string;
}

/**
 * Searches with fewer demands as long as nothing is found: the query as typed, then without the parts that vary from
 * cluster to cluster, then its words one by one. A line pasted from another cluster finds nothing otherwise, since
 * Pagefind wants every word to be on the page.
 */
export async function runSearch(engine: SearchEngine, query: string): Promise<SearchOutcome> {
  for (const [index, step] of queryLadder(query).entries()) {
    const results = await findAll(engine, step);
    if (results.length > 0) return { results, how: index === 0 ? "typed" : "steady", tried: step };
  }
  const found = await Promise.all(
    tellingWords(query).map(async (word) => ({ word, results: await findAll(engine, word) })),
  );
  const results = rankByRarity(found.map((entry) => entry.results));
  const tried = found.filter((entry) => entry.results.length > 0).map((entry) => entry.word);
  return { results, how: results.length > 0 ? "some" : "none", tried: tried.join(" ") };
}

/** Pages that hold all words of a text, and none where the index does not really know one of them. */
async function findAll(engine: SearchEngine, text: string): Promise<EngineResult[]> {
  const { results } = await engine.search(text);
  const [first] = results;
  if (!first) return [];
  return unknownWords(text, await first.data()).length === 0 ? results : [];
}
