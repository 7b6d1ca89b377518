import type { TermKind } from "../../catalog/library.ts";
import { listStories, type StoryView, termsWithStories } from "../../catalog/stories.ts";
import { storyFacets } from "../../catalog/story-facets.ts";
import { changeLabels, detectorLabels } from "../../catalog/words.ts";
import type { FacetName, FacetValues } from "../../search/fields.ts";

/** A value a reader can choose, with the number of stories that have it. */
export interface FacetChoice {
  value: string;
  label: string;
  count: number;
  /** Path of the value's own page, where it has one. */
  path?: string;
}

/** Something a reader can narrow a list by, with its values. */
export interface FacetChoices {
  name: FacetName;
  label: string;
  choices: FacetChoice[];
  /** Path of the page that lists all values, where there is one. */
  index?: string;
}

const terms = [
  { name: "category", label: "Category", kind: "categories" },
  { name: "component", label: "Component", kind: "components" },
  { name: "provider", label: "Provider", kind: "providers" },
] as const satisfies { name: FacetName; label: string; kind: TermKind }[];

/**
 * What the published stories can be narrowed by: only values some story has; words of the vocabulary most used first,
 * what a schema lists in its order.
 */
export async function facetChoices(): Promise<FacetChoices[]> {
  const stories = await listStories();
  const byTerm = await Promise.all(
    terms.map(async ({ name, label, kind }) => ({
      name,
      label,
      index: `/${kind}/`,
      choices: (await termsWithStories(kind)).map(({ term, stories: using }) => ({
        value: term.id,
        label: term.label,
        count: using.length,
        path: term.path,
      })),
    })),
  );
  const listed = [
    { name: "severity", label: "Severity", labels: { critical: "critical", major: "major", minor: "minor" } },
    { name: "noticed", label: "Noticed by", labels: detectorLabels },
    { name: "change", label: "Set off by", labels: changeLabels },
  ] as const satisfies { name: FacetName; label: string; labels: Record<string, string> }[];
  const byList = listed.map(({ name, label, labels }) => ({
    name,
    label,
    choices: Object.entries(labels)
      .map(([value, text]) => ({ value, label: text, count: countOf(stories, name, value) }))
      .filter((choice) => choice.count > 0),
  }));
  return [...byTerm, ...byList];
}

function countOf(stories: readonly StoryView[], name: FacetName, value: string): number {
  return stories.filter(({ facts }) => {
    const values: FacetValues = storyFacets(facts);
    return values[name].includes(value);
  }).length;
}
