import type { ProseHeading } from "../story/prose-types.ts";
import type { ProseText } from "./check.ts";

/**
 * The sections of a story's prose: its level-two headings. Nothing for a collection, whose sections are free, and for
 * prose that could not be read or has no front matter before it.
 */
export function sectionsOf({ prose, story, frontMatterLength }: ProseText): ProseHeading[] | undefined {
  if (!story || !prose.readable || frontMatterLength === 0) return undefined;
  return prose.headings.filter(({ topLevel, depth }) => topLevel && depth === 2);
}
