import type { StoryFolder } from "../story/library.ts";

/** Whether findings are wanted of a story's facts or manifests. */
export function isStoryWanted(
  { story, broken, fixed }: StoryFolder,
  wanted: (file: string) => boolean,
): boolean {
  return [story, broken, fixed].some((text) => text !== undefined && wanted(text.file));
}
