import type { StoryFacts } from "../story/schema/story.ts";

/** What a story is found by in lists and in the search: for every facet of `src/search/fields.ts` the values it has. */
export function storyFacets(facts: StoryFacts) {
  return {
    category: [facts.category],
    component: facts.components,
    provider: [facts.provider],
    severity: [facts.severity],
    noticed: [facts.detection.by],
    change: [facts.change],
  };
}
