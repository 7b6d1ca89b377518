import { SearchEngine } from "./engine.ts";
import { indexFolder } from "./fields.ts";

/**
 * Opens the search index of the site itself. Takes the base path with a slash at both ends. Throws where the site has no index,
 * as in development.
 */
export function loadEngine(base: string): Promise<SearchEngine> {
  return SearchEngine.open(async (name) => {
    const response = await fetch(`${base}${indexFolder}/${name}`);
    if (!response.ok || !response.body) throw new Error(`${response.url} answered ${response.status}.`);
    return new Response(response.body.pipeThrough(new DecompressionStream("gzip"))).json();
  });
}
