import { expect, test } from "vitest";
import { applyDiff } from "./apply-diff.ts";

const text = "a\nb\nc\nb\nd\n";

test.each([
  ["a line replaced", "-c\n+C\n", "a\nb\nC\nb\nd\n"],
  ["a line added after another", " d\n+e\n", "a\nb\nc\nb\nd\ne\n"],
  ["two places", "-a\n...\n-d\n+D\n", "b\nc\nb\nD\n"],
  ["a line that stands twice, told by its neighbour", " c\n-b\n", "a\nb\nc\nd\n"],
])("applies %s", (_name, diff, expected) => expect(applyDiff(text, diff, "here")).toBe(expected));

test.each([
  ["is not there", "-x\n", "not in the file"],
  ["stands twice", "-b\n", "more than once"],
])("refuses what %s", (_name, diff, message) => expect(() => applyDiff(text, diff, "here")).toThrow(message));
