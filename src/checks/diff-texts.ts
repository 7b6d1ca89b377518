import { type Change, diffLines } from "diff";

/** Lines that may differ before two texts are taken for wholly different; a fix changes ten. */
const mostChanges = 2000;

/**
 * What makes one text of another, line by line. The search for the smallest change grows with the square of its size, so
 * that texts with little in common are given as one replaced by the other.
 */
export function diffTexts(before: string, after: string): Change[] {
  const changes = diffLines(before, after, { maxEditLength: mostChanges });
  if (changes) return changes;
  const count = (text: string) => text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  return [
    { value: before, added: false, removed: true, count: count(before) },
    { value: after, added: true, removed: false, count: count(after) },
  ];
}
