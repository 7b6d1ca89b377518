import { type FacetName, type FacetValues, facetNames, noFacets } from "./fields.ts";

/** What a reader searches for: words, and the facets they chose. */
export interface SearchState {
  query: string;
  facets: FacetValues;
}

/** Longest query that is read from an address or a box, in characters. */
export const maxQueryLength = 2000;

/**
 * Reads a search from an address such as `?q=dns&category=networking&category=dns`. What is not a facet is passed
 * over; a value that stands twice counts once; white space around the words does not matter.
 */
export function readSearch(parameters: URLSearchParams): SearchState {
  const facets: Record<FacetName, readonly string[]> = { ...noFacets };
  for (const name of facetNames)
    facets[name] = [...new Set(parameters.getAll(name).filter((value) => value !== ""))].sort();
  return { query: (parameters.get("q") ?? "").trim().slice(0, maxQueryLength), facets };
}

/** Writes a search as the query part of an address, `?` included; empty where nothing is searched for. */
export function writeSearch({ query, facets }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query.trim() !== "") parameters.set("q", query.trim().slice(0, maxQueryLength));
  for (const name of facetNames) for (const value of [...facets[name]].sort()) parameters.append(name, value);
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}

/** Whether any facet is chosen. */
export function hasFacets(facets: FacetValues): boolean {
  return facetNames.some((name) => facets[name].length > 0);
}
