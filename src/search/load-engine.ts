import type { SearchEngine } from "./engine.ts";
import { indexFolder } from "./fields.ts";

/**
 * Fetches Pagefind and its index from the site itself. Takes the base path with a slash at both ends. It runs on the
 * page rather than in a worker: the index is small, and a worker is another script to fetch. Browsers remember a module
 * that could not be fetched, so a later `attempt` asks under another address. Throws where the site has no index, as in
 * development.
 */
export async function loadEngine(base: string, attempt = 1): Promise<SearchEngine> {
  const folder = `${base}${indexFolder}/`;
  const script = `${folder}pagefind.js${attempt > 1 ? `?attempt=${attempt}` : ""}`;
  const pagefind: PagefindModule = await import(/* @vite-ignore */ script);
  return pagefind.createInstance({
    basePath: folder,
    baseUrl: base,
    noWorker: true,
    excerptLength: 32,
    excerptEllipsis: "…",
  });
}

interface PagefindModule {
  createInstance(options: {
    basePath: string;
    baseUrl: string;
    noWorker: boolean;
    excerptLength: number;
    excerptEllipsis: string;
  }): SearchEngine;
}
