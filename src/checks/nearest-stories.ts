import { buildStoryIndex } from "../diagnosis/build-story-index.ts";
import { type Match, makeDiagnoser } from "../diagnosis/diagnose.ts";
import type { Library } from "../story/library.ts";
import { diagnosableStories } from "./story-documents.ts";

/**
 * The stories of a library that one of its stories resembles, by its messages, what was seen, and its author's searches.
 * Most alike first; empty where the story cannot be read. Takes the story's id.
 */
export function nearestStories(library: Library, id: string, limit = 3): readonly Match[] {
  const stories = diagnosableStories(library, { drafts: true });
  const own = stories.find(({ document }) => document.id === id)?.document;
  if (!own) return [];
  const others = stories.filter(({ document }) => document.id !== id);
  if (others.length === 0) return [];
  const diagnose = makeDiagnoser(
    buildStoryIndex(others.map(({ document }) => document)),
    others.map(({ known }) => known),
  );
  const text = [
    ...own.symptoms.flatMap(({ evidence, observed }) => [...evidence, observed]),
    ...own.queries,
    own.title,
    own.summary,
  ];
  return diagnose(text.join("\n"), { limit }).matches;
}
