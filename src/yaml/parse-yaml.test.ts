import { describe, expect, test } from "vitest";
import { parseYaml } from "./parse-yaml.ts";
import type { YamlDialect } from "./yaml-types.ts";

/** Findings as `line:column-endLine:endColumn code message`. */
function faultsOf(text: string, dialect: YamlDialect = "kubernetes"): string[] {
  return parseYaml(text, { file: "a.yaml" }, { dialect }).findings.map(
    (one) => `${one.line}:${one.column}-${one.endLine}:${one.endColumn} ${one.code} ${one.message}`,
  );
}

function valuesOf(text: string, dialect: YamlDialect = "kubernetes"): unknown[] {
  return parseYaml(text, { file: "a.yaml" }, { dialect }).documents.map((document) => document.value);
}

describe("faults", () => {
  const texts = {
    tab: "spec:\n\treplicas: 1\n",
    "tab further down": "spec:\n  a: 1\n\tb: 2\n",
    "two values on a line": "a: b: c\n",
    "line indented too far": "a: 1\n b: 2\n",
    "key in another column": "spec:\n   a: 1\n  b: 2\n",
    "list and mapping mixed": "a:\n  - b\n  c: 1\n",
    "missing colon": "a: 1\nb 2\nc: 3\n",
    "missing space after colon": "a:b\nc: 1\n",
    "missing quote, closed by the next one": 'name: "web\nimage: "nginx"\n',
    "missing quote at the end": "name: 'web\n",
    "missing bracket": "a: {b: 1, c: 2\nd: 3\n",
    "reserved character": "a: @b\n",
    "bad escape": 'a: "C:\\web"\n',
    "duplicate key": "a: 1\nb: 2\na: 3\n",
    "duplicate key after resolution": "yes: 1\ntrue: 2\n",
    "unknown alias": "a: *b\n",
    "alias inside its anchor": "a: &a [*a]\n",
    "merge of a list": "a: &a [1]\nb:\n  <<: *a\n",
    "list as key": "? [a]\n: b\n",
    "empty key": ": b\n",
    "control character": "a: x\u0007y\n",
    "bad tag": "a: !!int x\n",
    "foreign tag": "a: !Ref x\n",
    infinity: "a: .inf\n",
  };
  test.each(Object.entries(texts))("%s", (_, text) => {
    const faults = faultsOf(text);
    expect(faults).not.toEqual([]);
    expect(faults).toMatchSnapshot();
  });

  test("a broken document hides no other", () => {
    const text = 'a: "x\n---\nb: 1\n---\nc: [\n---\nd: 2\n';
    expect(valuesOf(text)).toEqual([undefined, { b: 1 }, undefined, { d: 2 }]);
    expect(faultsOf(text).map((fault) => fault.split("-")[0])).toEqual(["1:4", "5:4"]);
  });

  test("aliases of aliases are stopped", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let level = 1; level < 12; level++) {
      lines.push(
        `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(", ")}]`,
      );
    }
    const { documents, findings } = parseYaml(lines.join("\n"), { file: "a.yaml" });
    expect(findings.map((finding) => finding.code)).toEqual(["yaml-alias-bomb"]);
    expect(documents[0]?.value).toBeUndefined();
  });

  test.each([1_000, 100_000])("%i brackets are too deep, not a crash", (depth) => {
    const { findings } = parseYaml(`a: ${"[".repeat(depth)}${"]".repeat(depth)}`, { file: "a.yaml" });
    expect(findings.map((finding) => finding.code)).toContain("yaml-too-deep");
  });

  test("a line of 5 MB is too large, and the next document is read", () => {
    const text = `a: ${"x".repeat(5_000_000)}\n---\nb: 1\n`;
    const { documents, findings } = parseYaml(text, { file: "a.yaml" });
    expect(findings.map((finding) => [finding.code, finding.line])).toEqual([["yaml-too-large", 1]]);
    expect(documents.map((document) => document.value)).toEqual([undefined, { b: 1 }]);
  });

  test("a document that takes too long is given up", () => {
    const text = `a: [${"1, ".repeat(10_000)}]\n`;
    const { documents, findings } = parseYaml(text, { file: "a.yaml" }, { milliseconds: 0 });
    expect(findings.map((finding) => finding.code)).toEqual(["yaml-too-slow"]);
    expect(documents[0]?.value).toBeUndefined();
  });
});

describe("the dialect of Kubernetes' reader", () => {
  test.each<[string, unknown]>([
    ["y", true],
    ["Yes", true],
    ["on", true],
    ["N", false],
    ["off", false],
    ["oN", "oN"],
    ["true", true],
    ["~", null],
    ["", null],
    ["012", 10],
    ["0o17", 15],
    ["0x1F", 31],
    ["0b11", 3],
    ["08", 8],
    ["1_000", 1000],
    ["+12", 12],
    ["1:30", "1:30"],
    [".5", 0.5],
    ["1e3", 1000],
    ["1.", 1],
    ["1.2.3", "1.2.3"],
    ["100m", "100m"],
    ["2020-01-01", "2020-01-01"],
    ["2020-01-01T10:00:00Z", "2020-01-01T10:00:00Z"],
    ["'on'", "on"],
    ['"012"', "012"],
    ["!!str 12", "12"],
    ["!!float 12", 12],
    ["!!binary aGVsbG8=", "hello"],
  ])("%s is %j", (text, value) => {
    expect(valuesOf(`a: ${text}\n`)).toEqual([{ a: value }]);
  });

  test("keys become text as JSON has it", () => {
    expect(valuesOf("on: 1\n012: 2\n1.50: 3\n")).toEqual([{ true: 1, 10: 2, 1.5: 3 }]);
  });

  test("merge keys yield to the mapping's own", () => {
    const text = "a: &a {p: 1, q: 2}\nb: &b {q: 5, r: 3}\nc:\n  <<: [*a, *b]\n  p: 9\n";
    expect(valuesOf(text)[0]).toMatchObject({ c: { p: 9, q: 2, r: 3 } });
  });

  test.each(["on", "no", "y", "012", "08", "1_000", "1:30"])("%s is said to surprise", (word) => {
    expect(faultsOf(`a: ${word}\n`)).toEqual([expect.stringContaining("yaml-surprising-value")]);
    expect(faultsOf(`a: "${word}"\n`)).toEqual([]);
    expect(faultsOf(`a: ${word}\n`, "core")).toEqual([]);
  });
});

describe("the core dialect", () => {
  test.each<[string, unknown]>([
    ["yes", "yes"],
    ["on", "on"],
    ["012", 12],
    ["0o17", 15],
    ["1_000", "1_000"],
    ["2020-01-01", "2020-01-01"],
    ["null", null],
    [".inf", Number.POSITIVE_INFINITY],
  ])("%s is %j", (text, value) => {
    expect(valuesOf(`a: ${text}\n`, "core")).toEqual([{ a: value }]);
  });

  test("`<<` is an ordinary key", () => {
    expect(valuesOf("<<: {a: 1}\n", "core")).toEqual([{ "<<": { a: 1 } }]);
  });
});

describe("documents", () => {
  test("comments are none, markers are", () => {
    expect(valuesOf("")).toEqual([]);
    expect(valuesOf("# nothing\n")).toEqual([]);
    const { documents } = parseYaml("---\n# x\n---\na: 1\n...\n# after\n---\n", { file: "a.yaml" });
    expect(documents.map(({ index, empty, value }) => ({ index, empty, value }))).toEqual([
      { index: 0, empty: true, value: undefined },
      { index: 1, empty: false, value: { a: 1 } },
      { index: 2, empty: true, value: undefined },
    ]);
  });

  test("a byte order mark and CR LF change nothing", () => {
    const { documents, findings } = parseYaml("\ufeffa: 1\r\nb:\r\n  - c: 2\r\n", { file: "a.yaml" });
    expect(findings).toEqual([]);
    expect(documents[0]?.value).toEqual({ a: 1, b: [{ c: 2 }] });
    expect(documents[0]?.valueAt(["b", 0, "c"])).toEqual({ line: 3, column: 8, endLine: 3, endColumn: 9 });
    expect(documents[0]?.keyAt(["a"])).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 2 });
  });

  test("JSON indented with tabs is read", () => {
    expect(valuesOf('{\n\t"a": [1, 2],\n\t"b": {"c": null}\n}\n')).toEqual([{ a: [1, 2], b: { c: null } }]);
    expect(faultsOf('{\n\t"a": [1, 2],\n\t"b": {"c": null}\n}\n')).toEqual([]);
  });

  test("a key named __proto__ is data", () => {
    const [value] = valuesOf("__proto__: {polluted: true}\n") as [object];
    expect(Object.keys(value)).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test("integers as bigints, floats as numbers", () => {
    const text = "a: 1\nb: 2.0\nc: [3]\nd: 12345678901234567890\n";
    expect(parseYaml(text, { file: "a.yaml" }).documents[0]?.valueWithBigInts()).toEqual({
      a: 1n,
      b: 2,
      c: [3n],
      d: 12345678901234567890n,
    });
    expect(parseYaml("a: [1, x]\n", { file: "a.yaml" }).documents[0]?.valueWithBigInts()).toEqual({
      a: [1n, "x"],
    });
  });
});

describe("places", () => {
  test("of an embedded text are those of its author's file", () => {
    const origin = { file: "story.mdx", firstLine: 11, indents: [4, 4, 4] };
    const document = parseYaml("a:\n  - b: 1\n    c: two\n", origin).documents[0];
    expect(document?.keyAt(["a", 0, "c"])).toEqual({ line: 13, column: 9, endLine: 13, endColumn: 10 });
    expect(document?.valueAt(["a", 0, "c"])).toEqual({ line: 13, column: 12, endLine: 13, endColumn: 15 });
    expect(document?.valueAt(["a"])).toEqual({ line: 12, column: 7, endLine: 13, endColumn: 15 });
  });

  test("of a path that does not exist are those of its nearest ancestor", () => {
    const document = parseYaml("a:\n  b: 1\n", { file: "a.yaml" }).documents[0];
    expect(document?.has(["a", "c"])).toBe(false);
    expect(document?.keyAt(["a", "c", "d"])).toEqual(document?.keyAt(["a"]));
  });

  test("of a missing value are those of its key", () => {
    const document = parseYaml("a:\nb: 1\n", { file: "a.yaml" }).documents[0];
    expect(document?.valueAt(["a"])).toEqual(document?.keyAt(["a"]));
  });

  test("lead through merges and aliases to what is written", () => {
    const text = "a: &a\n  p: 1\nb:\n  <<: *a\n  q: 2\nc: *a\n";
    const document = parseYaml(text, { file: "a.yaml" }, { dialect: "kubernetes" }).documents[0];
    expect(document?.valueAt(["b", "p"]).line).toBe(2);
    expect(document?.valueAt(["c", "p"]).line).toBe(2);
    expect(document?.valueAt(["c"]).line).toBe(6);
  });

  test("of a key written twice are those of the last", () => {
    const document = parseYaml("a: 1\na: 2\n", { file: "a.yaml" }).documents[0];
    expect(document?.value).toEqual({ a: 2 });
    expect(document?.keyAt(["a"]).line).toBe(2);
  });
});
