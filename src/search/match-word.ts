import type { WordRange } from "./index-format.ts";

/** Words of the index that stand for a word searched for. */
export interface FoundWords {
  /** `same`: the word itself; `start`: words it begins; `like`: words that differ by a typing error; `none`. */
  how: "same" | "start" | "like" | "none";
  words: readonly { word: string; weight: number }[];
}

/** Shortest word that is looked for as a beginning, and shortest that may hold a typing error. */
const shortestStart = 3;
const shortestTypo = 4;
/** Most words taken for one searched for. */
const mostWords = 40;

/**
 * Finds the words of the index that stand for one searched for. Where it is there itself, longer words that it begins count a
 * little too, so that what is typed half finds the whole.
 */
export function matchWord(word: string, ranges: readonly WordRange[]): FoundWords {
  const held = ranges.flatMap((range) => Object.keys(range));
  const starts =
    word.length < shortestStart
      ? []
      : held
          .filter((other) => other.length > word.length && other.startsWith(word))
          .sort((a, b) => a.length - b.length)
          .slice(0, mostWords);
  if (held.includes(word))
    return {
      how: "same",
      words: [{ word, weight: 1 }, ...starts.map((other) => ({ word: other, weight: 0.3 }))],
    };
  if (starts.length > 0)
    return { how: "start", words: starts.map((other) => ({ word: other, weight: 0.7 })) };
  if (word.length < shortestTypo || /\d/.test(word)) return { how: "none", words: [] };
  const most = word.length < 8 ? 1 : 2;
  const like = held
    .map((other) => ({ word: other, errors: typingErrors(word, other, most) }))
    .filter(({ errors }) => errors <= most)
    .sort((a, b) => a.errors - b.errors)
    .slice(0, 5);
  const [best] = like;
  return best
    ? {
        how: "like",
        words: like
          .filter(({ errors }) => errors === best.errors)
          .map(({ word: other }) => ({ word: other, weight: 0.5 })),
      }
    : { how: "none", words: [] };
}

/**
 * How many letters one must put in, leave out, change or swap with their neighbour to come from one word to another (optimal
 * string alignment); anything above the most counts as one more than that.
 */
export function typingErrors(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}
