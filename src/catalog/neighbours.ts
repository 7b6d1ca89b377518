import type { StoryFacts } from "../story/schema/story.ts";

/** What places a story in the library's order. */
export interface Placed {
  id: string;
  facts: Pick<StoryFacts, "category" | "severity" | "incidentDate">;
}

const severities = ["critical", "major", "minor"] as const;

/**
 * The stories before and after one, by pattern rather than by date: stories of one category follow each other, the worst
 * first, and after the last of them come those of the next category of the vocabulary; the last story leads to the first.
 * Takes the categories in the order of the vocabulary. A story that is alone has no neighbours.
 */
export function neighbours<Story extends Placed>(
  story: Story,
  all: readonly Story[],
  categories: readonly string[],
): { previous: Story; next: Story } | undefined {
  const ordered = [...all].sort(
    (a, b) =>
      categories.indexOf(a.facts.category) - categories.indexOf(b.facts.category) ||
      severities.indexOf(a.facts.severity) - severities.indexOf(b.facts.severity) ||
      (a.facts.incidentDate < b.facts.incidentDate
        ? 1
        : a.facts.incidentDate > b.facts.incidentDate
          ? -1
          : 0) ||
      (a.id < b.id ? -1 : 1),
  );
  const place = ordered.findIndex(({ id }) => id === story.id);
  const previous = ordered.at(place - 1);
  const next = ordered[(place + 1) % ordered.length];
  return place === -1 || ordered.length < 2 || !previous || !next ? undefined : { previous, next };
}
