import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { loadLibrary } from "../src/story/load-library.ts";

// Astro reads front matter with its own js-yaml. Pages use our reading, but Astro's must neither fail nor see other
// facts, or a body could be compiled under different ones (a `layout`, say). Dates are the one known difference.

interface JsYaml {
  load(text: string): unknown;
}
const astroRequire = createRequire(createRequire(import.meta.url).resolve("astro/package.json"));
const jsYaml = astroRequire("js-yaml") as JsYaml;

const library = loadLibrary();
const texts = [
  ...library.stories.flatMap(({ story }) =>
    story?.document ? [{ file: story.file, text: story.text, value: story.document.value }] : [],
  ),
  ...library.collections.flatMap(({ file, text, document }) =>
    document ? [{ file, text, value: document.value }] : [],
  ),
];

test("there are front matters to compare", () => {
  expect(texts.length).toBeGreaterThanOrEqual(7);
});

test.each(texts)("Astro reads the same facts from $file", ({ text, value }) => {
  const frontMatter = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text)?.[1] ?? "";
  expect(withoutDates(jsYaml.load(frontMatter))).toEqual(value);
});

function withoutDates(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(withoutDates);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutDates(inner)]));
}
