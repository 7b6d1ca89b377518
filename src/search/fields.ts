/**
 * What a reader can narrow a list by, in the order shown. One name serves as Pagefind's filter, as the parameter in an
 * address, and as the name of a form field; values are the ids of content/vocabulary.yaml, or those a schema lists.
 */
export const facetNames = ["category", "component", "provider", "severity", "noticed", "change"] as const;

/** Name of something a reader can narrow a list by. */
export type FacetName = (typeof facetNames)[number];

/** Values of every facet: those a story has, or those a reader chose. */
export type FacetValues = Readonly<Record<FacetName, readonly string[]>>;

/** The facets with nothing in them. */
export const noFacets: FacetValues = {
  category: [],
  component: [],
  provider: [],
  severity: [],
  noticed: [],
  change: [],
};

/** What a result shows of its story besides title and passage; names of Pagefind's metadata. */
export const metaNames = ["summary", "organization", "when", "severity", "category", "queries"] as const;

/** Name of a piece of metadata a result shows. */
export type MetaName = (typeof metaNames)[number];

/** Folder of the search index below the base path, and in the built site. */
export const indexFolder = "search-index";
