import { expect, test } from "vitest";
import type { StoryFolder } from "../story/library.ts";
import { evidenceLines } from "./evidence.ts";

const folder: StoryFolder = {
  id: "x",
  folder: "content/stories/x",
  template: false,
  evidence: [{ file: "content/stories/x/evidence/events.txt", text: "one\ntwo\nthree\n", readable: true }],
};
const symptom = (lines?: string) => ({
  observed: "Something.",
  where: "events" as const,
  evidence: { file: "evidence/events.txt", ...(lines ? { lines } : {}) },
});

test.each([
  ["2", ["two"]],
  ["2-3", ["two", "three"]],
  [undefined, ["one", "two", "three"]],
])("lines %s", (lines, shown) => {
  expect(evidenceLines(folder, symptom(lines))).toEqual(shown);
});

test("no evidence, no lines", () => {
  expect(evidenceLines(folder, { observed: "Something.", where: "user" })).toEqual([]);
});
