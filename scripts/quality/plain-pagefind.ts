import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { close, createIndex } from "pagefind";
import { serveFolder } from "../serve-folder.ts";
import type { Finder } from "./measure.ts";

interface Instance {
  search(term: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}

/** Most results of Pagefind that are looked into. */
const mostResults = 10;

/**
 * Pagefind as it comes, over the same pages, for comparison: its own index, served, asked with the text as it is. Takes the folder of
 * a built site; gives the finder and what ends it.
 */
export async function plainPagefind(dist: string): Promise<{ find: Finder; end: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "horror-pagefind-"));
  const { index } = await createIndex({ forceLanguage: "en" });
  if (!index) throw new Error("Pagefind made no index.");
  await index.addDirectory({ path: dist, glob: "stories/*/index.html" });
  await index.writeFiles({ outputPath: join(folder, "pagefind") });
  await close();
  const server = await serveFolder(folder);
  const module = (await import(pathToFileURL(join(folder, "pagefind/pagefind.js")).href)) as {
    createInstance(options: Record<string, unknown>): Instance;
  };
  const instance = module.createInstance({
    basePath: `${server.url}pagefind/`,
    baseUrl: "/",
    language: "en",
  });
  return {
    find: async (text) => {
      const { results } = await instance.search(text);
      const pages = await Promise.all(results.slice(0, mostResults).map((result) => result.data()));
      return pages.map(({ url }) => url.split("/").at(-2) ?? "");
    },
    end: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
