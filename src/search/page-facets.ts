import type { SearchEngine } from "./engine.ts";
import { type FacetValues, facetNames, noFacets } from "./fields.ts";

/**
 * Learns the facets of every page in the index from its filters, one filter-only search a value, so that lists can be
 * narrowed and counted without fetching a single page. Gives facets by the page's name in the index.
 */
export async function readPageFacets(engine: SearchEngine): Promise<Map<string, FacetValues>> {
  const filters = await engine.filters();
  const pages = new Map<string, FacetValues>();
  for (const name of facetNames)
    for (const value of Object.keys(filters[name] ?? {})) {
      const { results } = await engine.search(null, { filters: { [name]: [value] } });
      for (const { id } of results) {
        const facets = pages.get(id) ?? noFacets;
        pages.set(id, { ...facets, [name]: [...facets[name], value] });
      }
    }
  return pages;
}
