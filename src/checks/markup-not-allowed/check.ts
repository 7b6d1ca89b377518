import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";
import { isHtmlName } from "../html-name.ts";
import { problemIsHtml } from "../problem-is-html.ts";

/** Prose is Markdown: no HTML elements, no comments, no second front matter, no footnotes. */
export const check: Check = (_library, { texts }) =>
  texts.flatMap(({ prose }) => [
    ...prose.elements
      .filter(({ name }) => name !== undefined && isHtmlName(name))
      .map(({ name, at }) =>
        makeFinding({
          code: "markup-not-allowed",
          file: prose.file,
          at: { line: at.line, column: at.column },
          message: `<${name}> is HTML, and prose is Markdown.`,
          fix: "Write it in Markdown; a placeholder such as <pod> belongs in backticks.",
        }),
      ),
    ...prose.markup.map(({ what, at }) =>
      makeFinding({
        code: "markup-not-allowed",
        file: prose.file,
        at,
        message: `Here stands ${what}, and prose is Markdown.`,
        fix: "Remove it.",
      }),
    ),
    ...prose.problems.filter(problemIsHtml).map(({ text, line, column }) =>
      makeFinding({
        code: "markup-not-allowed",
        file: prose.file,
        at: { line, column },
        message: text.startsWith("<!")
          ? "An HTML comment or declaration stands here, and prose is Markdown."
          : `${/^<\/?[\w-]+/.exec(text)?.[0] ?? "<"}> is HTML, and prose is Markdown.`,
        fix: text.startsWith("<!")
          ? "Remove it; what is not for readers does not belong in a story."
          : "Write it in Markdown; a placeholder such as <pod> belongs in backticks.",
      }),
    ),
  ]);
