import { expect, test } from "vitest";
import { parseCheckPage } from "./parse-check-page.ts";

const page = `What it means,
over two lines.

And more.

## Fails

Beside it comes \`yaml-tab\`.

\`\`\`yaml file=example.yaml kubernetes=1.27
a: 1
\`\`\`

\`\`\`text file=content/a.txt escapes
\\x07
\`\`\`

\`\`\`text link=content/b.txt
/etc/hostname
\`\`\`

## Passes

\`\`\`\`diff file=content/c.mdx
-a
+\`\`\`yaml
\`\`\`\`

\`\`\`diff remove=content/d.txt
\`\`\`
`;

test("a page is taken apart", () => {
  const { meaning, fails, passes, also } = parseCheckPage(page, "page");
  expect(meaning).toEqual(["What it means, over two lines.", "And more."]);
  expect(fails.prose).toEqual(["Beside it comes `yaml-tab`."]);
  expect(also).toEqual(["yaml-tab"]);
  expect(fails.parts.map(({ line: _line, ...part }) => part)).toEqual([
    { action: "write", file: "example.yaml", text: "a: 1\n", encoding: "utf8", kubernetesVersion: "1.27" },
    { action: "write", file: "content/a.txt", text: "\x07\n", escaped: "\\x07\n", encoding: "latin1" },
    { action: "link", file: "content/b.txt", text: "/etc/hostname", encoding: "utf8" },
  ]);
  expect(passes.parts.map(({ action, file, text }) => [action, file, text])).toEqual([
    ["change", "content/c.mdx", "-a\n+```yaml\n"],
    ["remove", "content/d.txt", ""],
  ]);
});

test.each([
  ["without a section", page.replace("## Passes", "## Works"), "the sections are Fails, Works"],
  ["with a block that names no file", page.replace(" file=example.yaml", ""), "does not say file="],
  ["with a block that does not end", page.replace(/```\n$/, ""), "is never closed"],
])("a page %s is refused", (_name, text, message) => {
  expect(() => parseCheckPage(text, "page")).toThrow(message);
});
