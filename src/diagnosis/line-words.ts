import { partWeight } from "./weights.ts";
import { wordsOf } from "./words.ts";

/** A word of a pasted line. */
export interface LineWord {
  /** The word as it stands there. */
  text: string;
  /** Whether it is ordinary language rather than a name. */
  plain: boolean;
  /** How much it counts: a part of a compound less than a word of its own. */
  weight: number;
}

/** The different words of a line, by the form in which they are compared. Takes the line without its variable parts. */
export function lineWords(steady: string): Map<string, LineWord> {
  const words = new Map<string, LineWord>();
  for (const { term, text, plain, part } of wordsOf(steady)) {
    const before = words.get(term);
    words.set(term, {
      text: before?.text ?? text,
      plain: plain || (before?.plain ?? false),
      weight: Math.max(part ? partWeight : 1, before?.weight ?? 0),
    });
  }
  return words;
}
