import { describe, expect, test } from "vitest";
import { proseLimits } from "./bound-prose.ts";
import { parseProse } from "./parse-prose.ts";

const parse = (body: string) => parseProse(body, 0, "x.mdx");
const nested = (open: string, close: string) => `${open.repeat(30_000)}1${close.repeat(30_000)}`;

describe("what would bring the parser down", () => {
  test.each([
    ["parentheses", `{${nested("(", ")")}}`, "expression"],
    ["arrow functions", `{${nested("a=>", "")}}`, "expression"],
    ["a template literal", `{\`\${${nested("(", ")")}}\`}`, "expression"],
    ["an attribute", `<Manifests a={${nested("[", "]")}} />`, "expression"],
    ["an export", `export const a = ${nested("(", ")")}`, "module"],
    ["an export behind an element", `<A/> <B/>\nexport const a = ${nested("(", ")")}`, "module"],
    ["an export in what looks like HTML", `<div>\nexport const a = ${nested("(", ")")}`, "module"],
    ["braces behind false code", `{\`\n\`\`\`\n${nested("(", ")")}\n\`\`\`\n\`}`, "expression"],
    ["a comment that hides a brace", `{/* } */ ${nested("(", ")")}}`, "expression"],
  ])("is kept from it and named: %s", (_name, body, kind) => {
    const { code, limits } = parse(body.slice(0, proseLimits.text));
    expect(limits).toEqual([]);
    expect(code[0]).toMatchObject({ kind, at: { line: expect.any(Number) } });
  });

  test.each([
    ["quotations", `${"> ".repeat(60)}a`],
    ["lists", `${"- ".repeat(60)}a`],
    ["marks", `${"*".repeat(200)}a`],
    ["elements", "<a>".repeat(600)],
    ["braces in backticks", "`{` ".repeat(600)],
    ["indentation", `- a\n${" ".repeat(200)}- b`],
  ])("is not read at all where it is nested: %s", (_name, body) => {
    const { limits, readable } = parse(body);
    expect(limits.map(({ kind }) => kind)).toContain("deep");
    expect(readable).toBe(false);
  });

  test("nor where it is too long", () => {
    expect(parse("a ".repeat(60_000)).limits[0]?.kind).toBe("large");
  });
});

describe("an ordinary long text", () => {
  const tail = "\n\nIt went on and on, as such things do.".repeat(80);

  test.each([
    ["braces in backticks", "A `{` and `{process.env}` stay text."],
    ["braces in a block", '```json\n{ "a": { "b": 1 } }\n{ open\n```'],
    ["an escaped brace", "A \\{ is text."],
    ["import within a paragraph", "They had to\nimport the image, and to\nexport it again."],
    ["import in a list", "- import it"],
    ["wide output in a block", `\`\`\`text\n${" ".repeat(200)}x\n\`\`\``],
  ])("keeps what is no code: %s", (_name, body) => {
    expect(parse(body + tail)).toMatchObject({
      code: [],
      limits: [],
      problems: [],
      refused: [],
      readable: true,
    });
  });

  test("has its code found where it stands", () => {
    const { code } = parse(`One\n\nTwo {a.b({c: 1})} three.\n\nimport a from "b"${tail}`);
    expect(code).toMatchObject([
      { kind: "expression", text: "a.b({c: 1})", at: { line: 3, column: 5 } },
      { kind: "module", text: 'import a from "b"', at: { line: 5, column: 1 } },
    ]);
  });
});

describe("a text of the longest length", () => {
  const pieces: Record<string, string> = {
    entities: "&lt;",
    "code beside other letters": "é `a` ",
    "fenced blocks": "```\n\n```\n",
    headings: "# a\n",
    "table rows": "c|d\n",
    "bare addresses": "http://a.b ",
    references: "[a]",
    quotations: "> a\n\n",
    "list items": "- a\n",
    "open brackets": "[",
    "escaped braces": "\\{ ",
    "closing braces": "} ",
    "empty expressions": "{}\n\n",
    imports: "import a from 'b'\n\n",
    stars: "*a_ ",
  };

  test.each(Object.entries(pieces))(
    "is read in bounded time: %s",
    (_name, piece) => {
      const start = performance.now();
      parse(piece.repeat(Math.floor(proseLimits.text / piece.length)));
      expect(performance.now() - start).toBeLessThan(8000);
    },
    20_000,
  );
});
