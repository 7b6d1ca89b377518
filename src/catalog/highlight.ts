import type { Element } from "hast";
import { createCssVariablesTheme, createHighlighter, type Highlighter } from "shiki";
import { colourByClass } from "./colour-by-class.ts";

/** Languages a page may ask for. */
export type CodeLanguage = "yaml" | "shellsession" | "bash" | "text" | "json" | "diff" | "mdx" | "markdown";

const loaded = ["yaml", "shellsession", "bash", "json", "diff", "mdx", "markdown", "nginx"] as const;
const aliases: Record<string, string> = {
  console: "shellsession",
  sh: "bash",
  shell: "bash",
  md: "markdown",
  yml: "yaml",
};

let shared: Promise<Highlighter> | undefined;

function highlighter(): Promise<Highlighter> {
  shared ??= createHighlighter({
    themes: [
      createCssVariablesTheme({ name: "css-variables", variablePrefix: "--shiki-", fontStyle: false }),
    ],
    langs: [...loaded],
  });
  return shared;
}

const options = (lang: string) => ({
  lang,
  theme: "css-variables",
  mergeSameStyleTokens: true,
  transformers: [colourByClass],
});

/** HTML of highlighted code, colours as classes. */
export async function highlight(code: string, lang: CodeLanguage): Promise<string> {
  return (await highlighter()).codeToHtml(code, options(lang));
}

/** The same as an element tree; a language nobody knows is shown as plain text. */
export async function codeToElement(code: string, language: string): Promise<Element> {
  const shiki = await highlighter();
  const name = aliases[language] ?? language;
  const lang = shiki.getLoadedLanguages().includes(name) ? name : "text";
  const [pre] = shiki.codeToHast(code, options(lang)).children;
  if (pre?.type !== "element") throw new Error("Shiki gave no element.");
  return pre;
}

/** Inner HTML of each line of highlighted code, for pages that set the lines themselves. */
export async function highlightLines(code: string, lang: CodeLanguage): Promise<string[]> {
  const html = await highlight(code, lang);
  const inner = /<code[^>]*>([\s\S]*)<\/code>/.exec(html)?.[1] ?? "";
  return inner.split("\n");
}
