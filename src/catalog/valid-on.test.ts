import { expect, test } from "vitest";
import type { StoryView } from "./stories.ts";
import { describeRange, validOn } from "./valid-on.ts";

test.each([
  [undefined, undefined, "1.25 to 1.36"],
  ["1.30", undefined, "1.30 and newer"],
  [undefined, "1.28", "1.25 to 1.28"],
  [undefined, "1.21", "1.21 and older"],
  ["1.27", "1.28", "1.27 to 1.28"],
  ["1.28", "1.28", "1.28 only"],
  ["1.30", "1.28", "no version"],
])("from %s to %s: %s", (from, to, expected) => expect(describeRange(from, to)).toBe(expected));

const configMap = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n";
const beta = "apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: { name: a }\nspec: {}\n";
const text = (file: string, content: string) => ({ file, text: content, readable: true });
const story = (broken: string, fixed: string, manifests: object = {}) =>
  ({
    folder: { broken: text("broken.yaml", broken), fixed: text("fixed.yaml", fixed) },
    facts: { manifests },
  }) as unknown as StoryView;

test("both files are told together where the same versions take them", () => {
  expect(validOn(story(configMap, configMap))).toEqual([
    { files: "Both files", versions: "1.25 to 1.36", reasons: [] },
  ]);
});

test("each has its own versions where they differ, with what sets the bound", () => {
  expect(validOn(story(beta, configMap))).toEqual([
    {
      files: "broken.yaml",
      versions: "1.24 and older",
      reasons: ["policy/v1beta1 PodDisruptionBudget was removed in 1.25."],
    },
    { files: "fixed.yaml", versions: "1.25 to 1.36", reasons: [] },
  ]);
});

test("a broken file that is meant to be invalid is left out, and so is a story without manifests", () => {
  expect(
    validOn(story(configMap, configMap, { expectFindings: ["manifest-unknown-field"] })).map(
      ({ files }) => files,
    ),
  ).toEqual(["fixed.yaml"]);
  expect(validOn(story(configMap, configMap, { none: "Nothing to show." }))).toEqual([]);
});
