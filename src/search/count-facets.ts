import { type FacetName, type FacetValues, facetNames } from "./fields.ts";

/** How many stories each value of each facet would leave, by facet and value. */
export type FacetCounts = Record<FacetName, Map<string, number>>;

/** Whether a story is among the chosen: within a facet one value suffices, between facets all must agree. */
export function matchesFacets(values: FacetValues, chosen: FacetValues): boolean {
  return facetNames.every((name) => agrees(values, chosen, name));
}

/**
 * Counts what each value would leave if it were chosen too. The choices of a value's own facet are left aside, since
 * choosing a second value there widens the list rather than narrows it.
 */
export function countFacets(stories: Iterable<FacetValues>, chosen: FacetValues): FacetCounts {
  const counts: FacetCounts = {
    category: new Map(),
    component: new Map(),
    provider: new Map(),
    severity: new Map(),
    noticed: new Map(),
    change: new Map(),
  };
  for (const values of stories) {
    const against = facetNames.filter((name) => !agrees(values, chosen, name));
    for (const name of facetNames) {
      if (against.some((other) => other !== name)) continue;
      for (const value of values[name]) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    }
  }
  return counts;
}

function agrees(values: FacetValues, chosen: FacetValues, name: FacetName): boolean {
  return chosen[name].length === 0 || chosen[name].some((value) => values[name].includes(value));
}
