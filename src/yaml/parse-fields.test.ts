import { describe, expect, test } from "vitest";
import { isMisspelt, parseFields } from "./parse-fields.ts";
import { parseYaml } from "./parse-yaml.ts";

const origin = { file: "story.mdx", firstLine: 2 };
const read = (text: string) => {
  const { findings } = parseYaml(text, origin);
  expect(isMisspelt(findings)).toBe(true);
  const fields = parseFields(text, origin, findings);
  return {
    value: fields.document.value,
    unread: fields.unread,
    findings: fields.findings.map(({ line, column, message }) => `${line}:${column} ${message}`),
    fields,
  };
};

describe("parseFields", () => {
  test.each([
    ["a quote that is left open", 'a: "one\nb: 2\nc: [x]\n', { b: 2, c: ["x"] }, ["a"], 2],
    ["a bracket that is left open", "a: 1\nb: [x\nc: 3\n", { a: 1, c: 3 }, ["b"], 3],
    ["a second colon", "a: one: two\nb: 2\n", { b: 2 }, ["a"], 2],
    ["a missing space after the colon", "a: 1\nb:2\nc: 3\n", { a: 1, c: 3 }, ["b"], 3],
    ["a line that belongs to nothing", "a: 1\nhello\nb: 2\n", { a: 1, b: 2 }, [], 3],
    ["a tab", "a:\n\tx: 1\nb: 2\n", { b: 2 }, ["a", "x"], 3],
    ["a field that is indented", "a: 1\n b: 2\nc: 3\n", { c: 3 }, ["a", "b"], 3],
    ["a first line that is indented", "  a: 1\nb: 2\n", { a: 1, b: 2 }, [], 3],
    ["lists at the margin", "a:\n- 1\n- 2\nb: 'x\nc: 3\n", { a: [1, 2], c: 3 }, ["b"], 5],
    [
      "texts over several lines",
      "a: |\n  one\n\n  two: 2\nb: 'x\nc: 3\n",
      { a: "one\n\ntwo: 2\n", c: 3 },
      ["b"],
      6,
    ],
  ])("reads all but the field with %s", (_name, text, value, unread, line) => {
    const result = read(text);
    expect(result.value).toEqual(value);
    expect(result.unread).toEqual(expect.arrayContaining(unread));
    expect(result.findings).toHaveLength(1);
    expect(result.findings[0]).toMatch(new RegExp(`^${line}:`));
  });

  test("tells every field that is misspelt, in whatever way lines end", () => {
    for (const end of ["\n", "\r\n"]) {
      const { findings, value } = read(['a: "one', "b: 2", "c: d: e", "f: [1", "g: 7", ""].join(end));
      expect(findings.map((finding) => finding.split(" ")[0])).toEqual(["2:4", "4:4", "5:5"]);
      expect(value).toEqual({ b: 2, g: 7 });
    }
  });

  test("knows the place of what it read", () => {
    const { document } = read("a: 'x\nb:\n  - c: 3\n").fields;
    expect(document.valueAt(["b", 0, "c"])).toMatchObject({ line: 4, column: 8 });
    expect(document.keyAt(["b"])).toMatchObject({ line: 3, column: 1 });
    expect(document.has(["b", 0, "c"])).toBe(true);
    expect(document.has(["a"])).toBe(false);
    expect(document.span).toMatchObject({ line: 3, endLine: 4 });
  });

  test("leaves limits alone", () => {
    expect(isMisspelt(parseYaml("a: \u0001\n", origin).findings)).toBe(false);
    expect(isMisspelt([])).toBe(false);
  });
});
