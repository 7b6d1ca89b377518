import type { DiagnosableStory } from "../../src/checks/story-documents.ts";

/** How much of its words a copy of a story has to itself. */
const ownShare = 0.3;

/**
 * Makes a larger library for measuring: copies of the given stories in which about a third of the longer words are the copy's own,
 * since new stories bring new words. The same count always gives the same stories.
 */
export function manyStories(told: readonly DiagnosableStory[], count: number): DiagnosableStory[] {
  return Array.from({ length: count }, (_, number) => {
    const story = told[number % told.length];
    if (!story) throw new Error("There are no stories to copy.");
    const copy = Math.floor(number / told.length);
    if (copy === 0) return story;
    const mutate = (text: string) =>
      text.replaceAll(/\b[a-z]{6,}\b/g, (word) => (isOwn(word, copy) ? word + letters(copy) : word));
    const made = JSON.parse(JSON.stringify(story), (_, value: unknown) =>
      typeof value === "string" ? mutate(value) : value,
    ) as DiagnosableStory;
    const id = `${story.known.id}-${copy}`;
    return { document: { ...made.document, id }, known: { ...made.known, id } };
  });
}

function isOwn(word: string, copy: number): boolean {
  let hash = copy * 2_654_435_761;
  for (const character of word) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return (hash % 1000) / 1000 < ownShare;
}

function letters(number: number): string {
  return [...String(number)].map((digit) => "qzxjkvwyfh"[Number(digit)]).join("");
}
