import { describe, expect, test } from "vitest";
import { parseProse } from "./parse-prose.ts";

const parse = (body: string, front = "") => parseProse(front + body, front.length, "x.mdx");

describe("places", () => {
  test("are those of the file, front matter counted", () => {
    const front = "---\na: 1\n---\n";
    const prose = parse("\n## Why\n\nA [link](/stories/x/) and {code}.\n", front);
    expect(prose.headings).toEqual([
      {
        title: "Why",
        depth: 2,
        at: { line: 5, column: 1, endLine: 5, endColumn: 7 },
        topLevel: true,
        hasContent: true,
      },
    ]);
    expect(prose.links[0]).toMatchObject({
      url: "/stories/x/",
      kind: "link",
      text: "link",
      at: { line: 7, column: 3 },
    });
    expect(prose.code[0]).toMatchObject({ kind: "expression", text: "code", at: { line: 7, column: 27 } });
  });

  test("count UTF-16 code units", () => {
    expect(parse("🚀é {x}").code[0]?.at).toEqual({ line: 1, column: 5, endLine: 1, endColumn: 8 });
  });

  test.each([1, 2, 17, 300])("move by %i lines when as many stand above", (count) => {
    const body = "- item\n\n  ```yaml\n  a: 1\n  ```\n\n{x} [a](b)\n\n<A b={c} />\n";
    const shift = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value), (key, inner: unknown) =>
        ["line", "endLine", "firstLine"].includes(key) ? Number(inner) + count : inner,
      );
    expect(parse("\n".repeat(count) + body)).toEqual(shift(parse(body)));
  });

  test("of attributes are found in the tag", () => {
    const [element] = parse("<Foo a='1'\n  onClick={x}\n  {...y} />").elements;
    expect(element?.attributes).toEqual([
      { name: "a", value: "text", text: "1", at: { line: 1, column: 6, endLine: 1, endColumn: 7 } },
      {
        name: "onClick",
        value: "expression",
        text: "x",
        at: { line: 2, column: 3, endLine: 2, endColumn: 10 },
      },
      { value: "expression", text: "...y", at: { line: 3, column: 3, endLine: 3, endColumn: 4 } },
    ]);
  });
});

describe("fenced blocks", () => {
  test("know the indentation of each of their lines", () => {
    const { blocks } = parse(
      "1. one\n\n   ```yaml excerpt=Pod.spec\n   a:\n     b: 1\n   ```\n\n> ~~~text\n> x\n> ~~~\n",
    );
    expect(blocks).toEqual([
      {
        language: "yaml",
        marker: "excerpt=Pod.spec",
        text: "a:\n  b: 1",
        origin: { file: "x.mdx", firstLine: 4, indents: [3, 3] },
        at: { line: 3, column: 4, endLine: 3, endColumn: 28 },
        closed: true,
      },
      {
        language: "text",
        marker: "",
        text: "x",
        origin: { file: "x.mdx", firstLine: 9, indents: [2] },
        at: { line: 8, column: 3, endLine: 8, endColumn: 10 },
        closed: true,
      },
    ]);
  });

  test("that never close say so", () => expect(parse("```yaml\na: 1\n").blocks[0]?.closed).toBe(false));
  test("may be empty", () =>
    expect(parse("```yaml\n```\n").blocks[0]).toMatchObject({ text: "", closed: true }));
  test("keep Windows line ends out of the way", () => {
    expect(parse("- a\r\n\r\n  ```yaml\r\n  a: 1\r\n  b: 2\r\n  ```\r\n").blocks[0]).toMatchObject({
      origin: { firstLine: 4, indents: [2, 2] },
      closed: true,
    });
  });
});

describe("what the parser refuses", () => {
  test("is told at each place, and the rest is still read", () => {
    const prose = parse("a {b\n\n<!-- c -->\n\n## Why\n\n<d and <Open>\n\n[e](f)\n");
    expect(prose.readable).toBe(true);
    expect(prose.problems.map(({ line, column, text }) => ({ line, column, text }))).toEqual([
      { line: 1, column: 3, text: "{b" },
      { line: 3, column: 1, text: "<!-- c -->" },
      { line: 7, column: 1, text: "<d and <Open>" },
      { line: 7, column: 8, text: "<Open>" },
    ]);
    expect(prose.headings).toHaveLength(1);
    expect(prose.links).toHaveLength(1);
  });

  test("is given up on after so many", () => {
    const prose = parse("{a\n\n".repeat(60));
    expect(prose.readable).toBe(false);
    expect(prose.problems).toHaveLength(50);
  });
});
