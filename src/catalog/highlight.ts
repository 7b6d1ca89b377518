import { createCssVariablesTheme, createHighlighter, type Highlighter } from "shiki";
import { colourByClass } from "./shiki-config.ts";

/** Languages a page may ask for. */
export type CodeLanguage = "yaml" | "shellsession" | "bash" | "text" | "json" | "diff" | "mdx";

let shared: Promise<Highlighter> | undefined;

function highlighter(): Promise<Highlighter> {
  shared ??= createHighlighter({
    themes: [
      createCssVariablesTheme({ name: "css-variables", variablePrefix: "--shiki-", fontStyle: false }),
    ],
    langs: ["yaml", "shellsession", "bash", "json", "diff", "mdx"],
  });
  return shared;
}

/** HTML of highlighted code, one `span.line` a line, colours as classes. */
export async function highlight(code: string, lang: CodeLanguage): Promise<string> {
  const shiki = await highlighter();
  return shiki.codeToHtml(code, { lang, theme: "css-variables", transformers: [colourByClass] });
}

/** Inner HTML of each line of highlighted code, for pages that set the lines themselves. */
export async function highlightLines(code: string, lang: CodeLanguage): Promise<string[]> {
  const html = await highlight(code, lang);
  const inner = /<code[^>]*>([\s\S]*)<\/code>/.exec(html)?.[1] ?? "";
  return inner.split("\n").map((line) => line.replace(/^<span class="line">/, "").replace(/<\/span>$/, ""));
}
