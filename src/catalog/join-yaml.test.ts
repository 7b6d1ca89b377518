import { expect, test } from "vitest";
import { parseYaml } from "../yaml/parse-yaml.ts";
import { joinYaml } from "./join-yaml.ts";

test("files become one stream, whether or not they start with a separator", () => {
  const joined = joinYaml([
    { name: "one", text: "# about\na: 1\n---\nb: 2\n\n" },
    { name: "two", text: "---\nc: 3" },
  ]);
  expect(joined).toBe("---\n# one\n# about\na: 1\n---\nb: 2\n---\n# two\nc: 3\n");
  expect(parseYaml(joined, { file: "all.yaml" }).documents.map((document) => document.value)).toEqual([
    { a: 1 },
    { b: 2 },
    { c: 3 },
  ]);
});

test("no files are an empty stream", () => {
  expect(joinYaml([])).toBe("");
});
