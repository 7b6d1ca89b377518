import type { RankedStory } from "./rank-stories.ts";

/** How sure a match is. */
export type Confidence = "exact" | "likely" | "weak";

/** What a match must reach to be called likely. Set by `npm run quality`: foreign text must not reach it. */
export const likely = {
  /** Share of a line known from the story, and the worth it must have. */
  phraseShare: 0.8,
  phraseWorth: 7,
  /** Different telling words of that line. */
  phraseTelling: 3,
  /** Share of what a pasted line says that the story has seen, and its worth. */
  lineShare: 0.62,
  lineWorth: 9,
  /** Least score beside the best match. */
  besideBest: 0.5,
};

/** Judges how sure a match is, and says why. */
export function judge(
  { lines, phrase, score }: RankedStory,
  exact: boolean,
  best: number,
): { confidence: Confidence; why: string } {
  if (exact) return { confidence: "exact", why: "A line carries a message this story is known by." };
  const [top] = lines;
  const close = score >= best * likely.besideBest;
  if (
    close &&
    phrase &&
    phrase.share >= likely.phraseShare &&
    phrase.worth >= likely.phraseWorth &&
    phrase.telling >= likely.phraseTelling
  )
    return {
      confidence: "likely",
      why: `A line holds ${Math.round(phrase.share * 100)} % of what a message or search known from this story says.`,
    };
  if (close && top && top.share >= likely.lineShare && top.seenWorth >= likely.lineWorth)
    return { confidence: "likely", why: "This story has seen nearly everything one of the lines says." };
  return { confidence: "weak", why: "Some of the words are in this story; the lines as such are not." };
}
