import { describe, expect, test } from "vitest";
import { loadLibrary } from "../src/story/load-library.ts";
import { parseStory } from "../src/story/parse-story.ts";
import type { YamlPath } from "../src/yaml/yaml-types.ts";

// Breaking any one field of any story must be reported at that field's line.

const stories = loadLibrary().stories.flatMap(({ id, story }) => (story?.facts ? [{ id, story }] : []));

function keyPaths(value: unknown, path: YamlPath = []): YamlPath[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => keyPaths(item, [...path, index]));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [...path, key],
    ...keyPaths(inner, [...path, key]),
  ]);
}

test("there are stories to break", () => {
  expect(stories.length).toBeGreaterThanOrEqual(6);
});

describe.each(stories)("$id", ({ story }) => {
  const document = story.document;
  const paths = keyPaths(document?.value);

  test("has fields to break", () => {
    expect(paths.length).toBeGreaterThan(40);
  });

  test("a misspelt key is reported at its line and column", () => {
    const missed: string[] = [];
    for (const path of paths) {
      const key = document?.keyAt(path);
      if (!key) continue;
      const lines = story.text.split("\n");
      const line = lines[key.line - 1] ?? "";
      lines[key.line - 1] = `${line.slice(0, key.column - 1)}zz${line.slice(key.column - 1)}`;
      const found = parseStory(lines.join("\n"), story.file).findings;
      if (!found.some((finding) => finding.line === key.line && finding.column === key.column))
        missed.push(path.join("."));
    }
    expect(missed).toEqual([]);
  });

  test("a value of the wrong type is reported at its line", () => {
    const missed: string[] = [];
    for (const path of paths) {
      const key = document?.keyAt(path);
      const value = document?.valueAt(path);
      if (!key || !value || value.line !== key.line || value.endLine !== key.line) continue;
      const lines = story.text.split("\n");
      const line = lines[key.line - 1] ?? "";
      lines[key.line - 1] =
        `${line.slice(0, value.column - 1)}{wrong: [1]}${line.slice(value.endColumn - 1)}`;
      const found = parseStory(lines.join("\n"), story.file).findings;
      if (!found.some((finding) => finding.line === key.line)) missed.push(path.join("."));
    }
    expect(missed).toEqual([]);
  });
});
