import type { ForeignCase, QualityCase } from "./cases.ts";

/** What something that finds stories answers to a text: ids, best first. */
export type Finder = (text: string) => string[] | Promise<string[]>;

/** How well stories are found. Shares are from 0 to 1. */
export interface Recall {
  cases: number;
  /** Cases whose story is not in the library. */
  leftOut: number;
  recall1: number;
  recall3: number;
  noResult: number;
}

/** A case that was not answered as it should be. */
export interface Miss {
  name: string;
  text: string;
  wanted: string;
  got: string;
  /** Place of the wanted story, from 1; 0 where it was not found. */
  place: number;
}

/** Measures a finder by cases. Takes the ids of the stories it can know. */
export async function measureRecall(
  finder: Finder,
  cases: readonly QualityCase[],
  known: ReadonlySet<string>,
): Promise<{ recall: Recall; misses: Miss[] }> {
  const misses: Miss[] = [];
  let first = 0;
  let third = 0;
  let none = 0;
  let count = 0;
  for (const { name, text, stories } of cases) {
    const [wanted = ""] = stories;
    if (!known.has(wanted)) continue;
    count++;
    const found = await finder(text);
    const place = found.findIndex((id) => stories.includes(id)) + 1;
    if (place === 1) first++;
    else misses.push({ name, text, wanted, got: found[0] ?? "nothing", place });
    if (place >= 1 && place <= 3) third++;
    if (found.length === 0) none++;
  }
  const share = (number: number) => (count === 0 ? 0 : round(number / count));
  return {
    recall: {
      cases: count,
      leftOut: cases.length - count,
      recall1: share(first),
      recall3: share(third),
      noResult: share(none),
    },
    misses,
  };
}

/** Measures how many foreign texts are answered as if a story fitted. */
export function measureFalseConfidence(
  sure: (text: string) => boolean,
  cases: readonly ForeignCase[],
): { cases: number; falseConfident: number; wrong: ForeignCase[] } {
  const wrong = cases.filter(({ text }) => sure(text));
  return { cases: cases.length, falseConfident: round(wrong.length / Math.max(cases.length, 1)), wrong };
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
