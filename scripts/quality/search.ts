import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { diagnosableStories } from "../../src/checks/story-documents.ts";
import { SearchEngine } from "../../src/search/engine.ts";
import { indexFolder } from "../../src/search/fields.ts";
import { runSearch } from "../../src/search/run-search.ts";
import { loadLibrary } from "../../src/story/load-library.ts";
import { heldOutCases, pastedCases, queryCases } from "./cases.ts";
import { type Finder, type Miss, measureRecall, type Recall } from "./measure.ts";

/** What a search comes to on each set of cases. */
export interface SearchQuality {
  pasted: Recall;
  heldOut: Recall;
  queries: Recall;
}

/** Opens the search index of a built site from the disk. */
export async function openIndex(dist: string): Promise<SearchEngine> {
  return SearchEngine.open(async (name) =>
    JSON.parse(gunzipSync(await readFile(join(dist, indexFolder, name))).toString("utf8")),
  );
}

/** The search of the site, as its page runs it. */
export function siteFinder(engine: SearchEngine): Finder {
  return async (text) => (await runSearch(engine, text)).results.map(({ id }) => id);
}

/** Measures a search on the committed cases. Stories that are not published are left out. */
export async function searchQuality(find: Finder): Promise<{ quality: SearchQuality; misses: Miss[] }> {
  const stories = diagnosableStories(loadLibrary());
  const known = new Set(stories.map(({ known: { id } }) => id));
  const pasted = await measureRecall(find, pastedCases(), known);
  const heldOut = await measureRecall(find, heldOutCases(), known);
  const queries = await measureRecall(
    find,
    queryCases(stories.map(({ document: { id, queries: own } }) => ({ id, queries: own }))),
    known,
  );
  return {
    quality: { pasted: pasted.recall, heldOut: heldOut.recall, queries: queries.recall },
    misses: [...pasted.misses, ...heldOut.misses, ...queries.misses],
  };
}
