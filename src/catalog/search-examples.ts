import { evidenceLines } from "./evidence.ts";
import { listStories, type StoryView } from "./stories.ts";

/** Lines of this length, in characters, are long enough to tell something and short enough to be read at a glance. */
const line = { shortest: 20, longest: 90 };
/** How many of each kind are shown. */
const shown = { lines: 4, queries: 2 };

/**
 * Searches worth trying: lines that machines wrote, as the newest stories publish them, then some words as people type
 * them.
 */
export async function searchExamples(): Promise<string[]> {
  const stories = await listStories();
  const seen = stories.flatMap((story) => firstLine(story) ?? []).slice(0, shown.lines);
  const typed = stories.flatMap(({ facts }) => facts.queries.slice(0, 1)).slice(0, shown.queries);
  return [...seen, ...typed];
}

/** The first line of a story's evidence that shows a message and is no longer than one. */
function firstLine(story: StoryView): string | undefined {
  return story.facts.symptoms
    .flatMap((symptom) => evidenceLines(story.folder, symptom))
    .map((text) => text.trim())
    .find((text) => text.length >= line.shortest && text.length <= line.longest);
}
