import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { mdxToJs } from "satteri";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { refuseUnsafeProse } from "../../src/catalog/refuse-unsafe-prose.ts";
import { loadLibrary } from "../../src/story/load-library.ts";
import { blankFrontMatter } from "../../src/story/parse-prose.ts";
import { splitFrontMatter } from "../../src/story/parse-story.ts";
import { safeBody } from "../../src/story/safe-body.ts";
import { decodeText } from "../../src/yaml/decode-text.ts";
import { withOverlay } from "../../src/checks/examples/load-overlay.ts";
import { readOverlay } from "../helpers/read-overlay.ts";

// With the check left out, a build still hands no code of a story on: load-prose.ts refuses the text before the compiler
// sees it, and refuse-unsafe-prose.ts the tree within the compiler. Each wall is tried without the other; what passes
// must compile to a module that is data: it imports nothing but the runtime of elements and calls nothing else.

const folder = "tests/hostile";
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Texts made to end the native parser; only the wall before it can stop them. */
const deadly = ["expression-nested-ten-thousand-deep", "expression-nested-beyond-the-stack"];

/** Every prose file that a case writes or changes, as bytes. */
function proseOf(name: string): { file: string; bytes: Uint8Array }[] {
  const parts = readOverlay(join(folder, name));
  const files = parts.filter(
    ({ file, action }) => /^[^\u0080-\uffff]*\.mdx$/.test(file) && action !== "link",
  );
  return withOverlay(parts, (copy) =>
    files.map(({ file }) => ({ file, bytes: new Uint8Array(readFileSync(join(copy, file))) })),
  );
}

/** Compiles a body as Astro does, with the plugins given. */
function compile(bytes: Uint8Array, mdastPlugins: (typeof refuseUnsafeProse)[]): string {
  const text = decodeText(bytes, "x.mdx").text ?? "";
  const length = text.length - splitFrontMatter(text, "x.mdx").body.length;
  const result = mdxToJs(blankFrontMatter(text, length), {
    mdastPlugins,
    fileURL: pathToFileURL("/x.mdx"),
    jsxImportSource: "astro",
    features: { smartPunctuation: false },
  });
  return (result as { code: string }).code;
}

/** What a module does beyond making elements. */
function deeds(code: string): string[] {
  const source = ts.createSourceFile("x.js", code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && !node.moduleSpecifier.getText().includes("astro/jsx-runtime"))
      found.push(node.getText());
    if (
      ts.isCallExpression(node) &&
      !/^(?:_jsxs?|Object\.assign|_createMdxContent|_missingMdxReference)$/.test(node.expression.getText())
    )
      found.push(node.getText().slice(0, 80));
    if (ts.isTaggedTemplateExpression(node)) found.push(node.getText());
    if (ts.isNewExpression(node) && node.expression.getText() !== "Error") found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test("the code of a story would run, were it compiled", () => {
  const [story] = proseOf("expression-in-text");
  expect(deeds(compile(story?.bytes ?? new Uint8Array(), [])).join()).toContain("writeFileSync");
});

test("every story of the library compiles to data", () => {
  const bodies = loadLibrary().stories.flatMap(({ story }) => (story ? [story] : []));
  expect(bodies.length).toBeGreaterThan(5);
  for (const { text, file } of bodies)
    expect(deeds(compile(new TextEncoder().encode(text), [refuseUnsafeProse])), file).toEqual([]);
});

describe.each(cases.map((name) => ({ name, files: proseOf(name) })).filter(({ files }) => files.length > 0))(
  "$name",
  ({ name, files }) => {
    test("is stopped before the compiler, or is data", () => {
      for (const { file, bytes } of files) {
        let body: string;
        try {
          body = safeBody(bytes, file);
        } catch (cause) {
          expect(String(cause)).toMatch(/:\d+:\d+: .*It is not compiled\./s);
          continue;
        }
        expect(deeds(compile(new TextEncoder().encode(body), []))).toEqual([]);
      }
    });

    test.skipIf(deadly.includes(name))("is stopped within the compiler, or is data", () => {
      for (const { bytes } of files) {
        let code: string;
        try {
          code = compile(bytes, [refuseUnsafeProse]);
        } catch {
          continue;
        }
        expect(deeds(code)).toEqual([]);
      }
    });
  },
);
