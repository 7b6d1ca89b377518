import { describe, expect, test } from "vitest";
import { changedHunks, revertHunk } from "./changed-hunks.ts";

const before = "a: 1\nb: 2\nc: 3\nd: 4\n";
const after = "a: 1\nb: 20\nc: 3\nd: 4\ne: 5\n";

describe("changed hunks", () => {
  test("are found with their place in the second text", () => {
    expect(changedHunks(before, after)).toEqual([
      { offset: 5, line: 2, removed: "b: 2\n", added: "b: 20\n" },
      { offset: 21, line: 5, removed: "", added: "e: 5\n" },
    ]);
  });

  test("taken back one by one give the first text in that place, and all of them the first text", () => {
    const [first, second] = changedHunks(before, after);
    expect(first && revertHunk(after, first)).toBe("a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n");
    expect(second && revertHunk(after, second)).toBe("a: 1\nb: 20\nc: 3\nd: 4\n");
    expect(changedHunks(before, after).reverse().reduce(revertHunk, after)).toBe(before);
  });

  test("of equal texts are none", () => expect(changedHunks(before, before)).toEqual([]));
});
