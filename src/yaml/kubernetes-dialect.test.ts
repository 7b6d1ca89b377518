import { describe, expect, test } from "vitest";
import { parseYaml } from "./parse-yaml.ts";

/**
 * What Kubernetes' own reader makes of a text: the right column is the answer of kubectl 1.32
 * (`kubectl annotate --local -f FILE -o json x=y`, the text in `data`), or `refused`.
 */
const refused = Symbol("refused");

const answers: readonly (readonly [text: string, answer: unknown])[] = [
  // Plain scalars: YAML 1.1 without sexagesimal numbers and dates.
  ["a: yes\nb: No\nc: on\nd: y\ne: TRUE", { a: true, b: false, c: true, d: true, e: true }],
  ["a: yEs\nb: tRue\nc: nil", { a: "yEs", b: "tRue", c: "nil" }],
  ["a: ~\nb: null\nc:\nd: NULL", { a: null, b: null, c: null, d: null }],
  ["a: 012\nb: 0o17\nc: 0b11\nd: 0x1F\ne: 1_000\nf: 08", { a: 10, b: 15, c: 3, d: 31, e: 1000, f: 8 }],
  ["a: +12\nb: .5\nc: 1e3\nd: -0\ne: 1.0\nf: 1_000.5", { a: 12, b: 0.5, c: 1000, d: 0, e: 1, f: 1000.5 }],
  ["a: 1:30\nb: 190:20:30\nc: 2020-01-01", { a: "1:30", b: "190:20:30", c: "2020-01-01" }],
  [
    "a: 2001-12-14t21:59:43.10-05:00\nb: !!timestamp 2001-12-14",
    {
      a: "2001-12-14t21:59:43.10-05:00",
      b: "2001-12-14",
    },
  ],
  ["a: 9223372036854775808\nb: 0.1", { a: 2 ** 63, b: 0.1 }],
  ["a: =\nb: <<", { a: "=", b: "<<" }],
  [
    "a: !!str 12\nb: !!binary aGVsbG8=\nc: !foo bar\nd: !!sr yes",
    { a: "12", b: "hello", c: "bar", d: "yes" },
  ],
  // Keys are resolved like values and written as JSON.
  ["on: a\n1: b\n1.5: c\n012: d", { true: "a", 1: "b", 1.5: "c", 10: "d" }],
  ["~: a", refused],
  ["null: a", refused],
  // Structure.
  ["? a\n: b", { a: "b" }],
  ["a:\tb", { a: "b" }],
  ["a: b\n\tc: d", refused],
  ["a: |\n  x\n\ty", refused],
  ["- a\nb: c", refused],
  ["a: b: c", refused],
  ["a: - b", refused],
  ["a: |2\n    b\n  c\n", { a: "  b\nc\n" }],
  ["a: |\n\n    b\n  c", refused],
  ["a: &x {b: c}\nd:\n  <<: *x\n  e: f", { a: { b: "c" }, d: { b: "c", e: "f" } }],
  ["a: &x.y z", refused],
  ["a: *x", refused],
  ["a: *.example.com", refused],
  // Reserved characters and quotes.
  ["a: @x", refused],
  ["a: `x`", refused],
  ["a: %x", refused],
  ["x:\n  %a: b", refused],
  ['a: "\\d"', refused],
  ['a: "b\\/c"', refused],
  ['a: "b" # c\nd: "e"#f', { a: "b", d: "e" }],
  ["a: x# y", { a: "x# y" }],
  ["a: 'b'c", refused],
  ["a: [b]c", refused],
  // Inside of quotes, braces and brackets indentation does not count.
  ['a: "x\ny"', { a: "x y" }],
  ["a: {\nb: c\n}", { a: { b: "c" } }],
  ["x:\n  a: [\n  b\n  ]", { x: { a: ["b"] } }],
  ["x:\n  a: '{\n  \"y\": 1\n}'", { x: { a: '{ "y": 1 }' } }],
  ["a: {b: c,}", { a: { b: "c" } }],
  ["a: {b: c,,}", refused],
  ["a: {,}", refused],
  // Between braces and brackets plain text is narrower than in YAML 1.2.
  ["a: {u: a:b}", { a: { u: "a:b" } }],
  ["a: [a:b, c]", { a: ["a:b", "c"] }],
  ['a: {"u":x}', { a: { u: "x" } }],
  ["a: {u: a?b}", refused],
  ["a: {u: http://x/?a=b}", refused],
  ["a: {u:{v: w}}", refused],
  ["a: {na\nme: x}", refused],
  ["a: {u: a#b}", { a: { u: "a#b" } }],
  // Separators.
  ["a: b\n--- # fine\nc: d", { a: "b" }],
  ["a: b\n--- !!map\nc: d", refused],
  ["a: b\n----\nc: d", refused],
];

describe("the dialect of Kubernetes", () => {
  test.each(answers)("%j", (text, answer) => {
    const { documents, findings } = parseYaml(text, { file: "a.yaml" }, { dialect: "kubernetes" });
    const errors = findings.filter((one) => one.severity === "error");
    if (answer === refused) expect(errors).not.toEqual([]);
    else {
      expect(errors).toEqual([]);
      expect(documents[0]?.value).toEqual(answer);
    }
  });

  test("a key twice is refused, as the API server does", () => {
    const { findings } = parseYaml("a: 1\na: 2\n", { file: "a.yaml" }, { dialect: "kubernetes" });
    expect(findings.map((one) => one.code)).toEqual(["yaml-duplicate-key"]);
  });
});
