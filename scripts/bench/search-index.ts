// Measures how the search index, and what a first query loads of it, grow with the library:
// node scripts/bench/search-index.ts
import { gzipSync } from "node:zlib";
import { diagnosableStories } from "../../src/checks/story-documents.ts";
import { SearchEngine } from "../../src/search/engine.ts";
import { noFacets } from "../../src/search/fields.ts";
import { entryFile } from "../../src/search/index-format.ts";
import { makeEntry, makeIndex } from "../../src/search/make-index.ts";
import { runSearch } from "../../src/search/run-search.ts";
import { loadLibrary } from "../../src/story/load-library.ts";
import { manyStories } from "./many-stories.ts";

const queries = ["CrashLoopBackOff", "coredns out of memory", "failed to assign an IP address to container"];
/** Results shown at once, whose pages are fetched. */
const shown = 6;
const told = diagnosableStories(loadLibrary(), { drafts: true });

console.log("stories    index    entry   loaded by a first query, results included (milliseconds)");
for (const count of [54, 500, 5000]) {
  const pages = manyStories(told, count).map(({ document }) => ({
    id: document.id,
    path: `stories/${document.id}/`,
    title: document.title,
    meta: { summary: document.summary, queries: document.queries.join(" · ") },
    facets: { ...noFacets, category: document.terms.slice(0, 1), component: document.terms.slice(2, 6) },
    content: [document.summary, ...document.causes, ...document.responses, document.prose].join(" "),
    sections: [],
  }));
  const parts = makeIndex(pages, []);
  const files = new Map<string, Buffer>();
  const pack = (name: string, value: unknown) => {
    files.set(name, gzipSync(JSON.stringify(value)));
    return name;
  };
  pack(
    entryFile,
    makeEntry(parts, {
      ranges: parts.ranges.map(({ words }, place) => pack(`words-${place}.0123456789.gz.bin`, words)),
      pages: parts.pages.map(({ id, text }) => pack(`${id}.0123456789.gz.bin`, text)),
    }),
  );
  const values = new Map<string, unknown>([
    [
      entryFile,
      makeEntry(parts, {
        ranges: parts.ranges.map((_, place) => `words-${place}.0123456789.gz.bin`),
        pages: parts.pages.map(({ id }) => `${id}.0123456789.gz.bin`),
      }),
    ],
    ...parts.ranges.map(({ words }, place) => [`words-${place}.0123456789.gz.bin`, words] as const),
    ...parts.pages.map(({ id, text }) => [`${id}.0123456789.gz.bin`, text] as const),
  ]);
  const cells: string[] = [];
  for (const query of queries) {
    let loaded = 0;
    const engine = await SearchEngine.open(async (name) => {
      loaded += files.get(name)?.byteLength ?? 0;
      return values.get(name) ?? [];
    });
    const start = performance.now();
    const { results } = await runSearch(engine, query);
    const time = performance.now() - start;
    for (const result of results.slice(0, shown)) await result.page();
    cells.push(`${(loaded / 1e3).toFixed(0)} kB (${time.toFixed(0)})`);
  }
  const whole = [...files.values()].reduce((sum, file) => sum + file.byteLength, 0);
  console.log(
    `${String(count).padStart(7)}${(whole / 1e3).toFixed(0).padStart(6)} kB${((files.get(entryFile)?.byteLength ?? 0) / 1e3).toFixed(0).padStart(6)} kB   ${cells.join("   ")}`,
  );
}
