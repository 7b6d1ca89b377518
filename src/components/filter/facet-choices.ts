import type { TermKind } from "../../catalog/library.ts";
import { listStories, termsWithStories } from "../../catalog/stories.ts";
import type { FacetName } from "../../search/fields.ts";

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

/** What the published stories can be narrowed by: only values some story has, most used first, severities by harm. */
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
  const severities = (["critical", "major", "minor"] as const)
    .map((value) => ({
      value,
      label: value,
      count: stories.filter((story) => story.facts.severity === value).length,
    }))
    .filter((choice) => choice.count > 0);
  return [...byTerm, { name: "severity", label: "Severity", choices: severities }];
}
