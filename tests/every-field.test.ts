import { describe, expect, test } from "vitest";
import type { Finding } from "../src/finding/finding.ts";
import { loadLibrary } from "../src/story/load-library.ts";
import { parseStory } from "../src/story/parse-story.ts";
import type { YamlPath } from "../src/yaml/yaml-types.ts";

// Breaking any one field of any story must be reported at that field's line.

const stories = loadLibrary().stories.flatMap(({ id, story }) => (story?.facts ? [{ id, story }] : []));

/** A change of one line, and whether the findings name it. */
interface Spoiled {
  path: YamlPath;
  line: number;
  text: string;
  named(finding: Finding): boolean;
}

function keyPaths(value: unknown, path: YamlPath = []): YamlPath[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => keyPaths(item, [...path, index]));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [...path, key],
    ...keyPaths(inner, [...path, key]),
  ]);
}

/**
 * The changes that no finding names. Those of one depth are made together, one a line, since none can hide another; one
 * that is missed so is tried again alone, since only then it is the only fault.
 */
function missed(text: string, file: string, changes: readonly Spoiled[]): string[] {
  const findingsOf = (made: readonly Spoiled[]): Finding[] => {
    const lines = text.split("\n");
    for (const { line, text: spoiled } of made) lines[line - 1] = spoiled;
    return parseStory(lines.join("\n"), file).findings;
  };
  const batches: Spoiled[][] = [];
  for (const change of changes) {
    const fits = batches.find(
      (batch) =>
        batch[0]?.path.length === change.path.length && batch.every(({ line }) => line !== change.line),
    );
    if (fits) fits.push(change);
    else batches.push([change]);
  }
  return batches
    .flatMap((batch) => {
      const findings = findingsOf(batch);
      return batch.filter(({ named }) => !findings.some(named));
    })
    .filter((change) => !findingsOf([change]).some(change.named))
    .map(({ path }) => path.join("."));
}

test("there are stories to break", () => {
  expect(stories.length).toBeGreaterThanOrEqual(6);
});

describe.each(stories)("$id", ({ story: { document, text, file } }) => {
  const paths = keyPaths(document?.value);
  const lines = text.split("\n");

  test("has fields to break", () => {
    expect(paths.length).toBeGreaterThan(40);
  });

  test("a misspelt key is reported at its line and column", () => {
    const changes = paths.flatMap((path): Spoiled[] => {
      const key = document?.keyAt(path);
      if (!key) return [];
      const line = lines[key.line - 1] ?? "";
      return [
        {
          path,
          line: key.line,
          text: `${line.slice(0, key.column - 1)}zz${line.slice(key.column - 1)}`,
          named: (finding) => finding.line === key.line && finding.column === key.column,
        },
      ];
    });
    expect(missed(text, file, changes)).toEqual([]);
  });

  test("a value of the wrong type is reported at its line", () => {
    const changes = paths.flatMap((path): Spoiled[] => {
      const key = document?.keyAt(path);
      const value = document?.valueAt(path);
      if (!key || !value || value.line !== key.line || value.endLine !== key.line) return [];
      const line = lines[key.line - 1] ?? "";
      return [
        {
          path,
          line: key.line,
          text: `${line.slice(0, value.column - 1)}{wrong: [1]}${line.slice(value.endColumn - 1)}`,
          named: (finding) => finding.line === key.line,
        },
      ];
    });
    expect(missed(text, file, changes)).toEqual([]);
  });
});
