import type { Finding } from "../../finding/finding.ts";
import { LineIndex } from "../../finding/line-index.ts";
import { makeFinding } from "../../finding/make-finding.ts";
import type { ProseProblem } from "../../story/prose-types.ts";
import type { Check, ProseText } from "../check.ts";
import { problemIsHtml } from "../problem-is-html.ts";

/** Prose can be read by the compiler of the site, and its front matter ends for both where the author ends it. */
export const check: Check = (_library, { texts }) =>
  texts.flatMap((text) => [
    // Front matter without an end is no prose, and is reported as what it is.
    ...(text.frontMatterLength === 0 && text.text.startsWith("---") ? [] : text.prose.problems)
      .filter((problem) => !problemIsHtml(problem))
      .map((problem) =>
        makeFinding({ code: "prose-syntax", file: text.prose.file, at: problem, ...explain(problem) }),
      ),
    ...text.prose.blocks
      .filter((block) => !block.closed)
      .map((block) =>
        makeFinding({
          code: "prose-syntax",
          file: text.prose.file,
          at: block.at,
          message: "This code block is never closed, so the rest of the page becomes part of it.",
          fix: "Close it with a line of the same fence.",
        }),
      ),
    ...falseFences(text),
  ]);

function explain({ message, text }: ProseProblem): { message: string; fix: string } {
  if (text.startsWith("{"))
    return {
      message: "A brace opens here and is never closed.",
      fix: "Put literal braces in backticks.",
    };
  if (/^<[a-z]+:/i.test(text) || /^<[^\s>]+@/.test(text))
    return { message: "An address in angle brackets is no link here.", fix: "Write [text](address)." };
  if (/^<[A-Z]/.test(text))
    return {
      message: `${/^<[\w.]+/.exec(text)?.[0]}> is opened here and never closed.`,
      fix: "Close it with />, or put it in backticks.",
    };
  if (text.startsWith("<"))
    return { message: 'A "<" stands here that opens nothing.', fix: "Put it in backticks." };
  if (message.startsWith("Could not parse expression"))
    return {
      message: "Text in braces is code here, and this is none.",
      fix: "Put literal braces in backticks.",
    };
  return { message: `The prose cannot be read: ${message}.`, fix: "Correct it at this place." };
}

/** Astro ends the front matter at the first line that starts with three dashes or pluses; it must be the last one. */
function falseFences({ prose, text, frontMatterLength, collection, story }: ProseText): Finding[] {
  const bodyLine = story?.story.bodyLine ?? collection?.bodyLine ?? 1;
  if (bodyLine === 1) return [];
  const index = new LineIndex(text);
  const lines = text.slice(0, frontMatterLength).split(/\r\n|\n|\r/);
  return lines.flatMap((line, at) => {
    const lineNumber = at + 1;
    if (at === 0 || lineNumber === index.at(frontMatterLength).line || !/^(?:---|\+\+\+)/.test(line))
      return [];
    return [
      makeFinding({
        code: "prose-syntax",
        file: prose.file,
        at: { line: lineNumber, column: 1, endLine: lineNumber, endColumn: 4 },
        message: `The site would end the front matter at this line, because it starts with ${line.slice(0, 3)}.`,
        fix: "Indent the line, or write it differently.",
      }),
    ];
  });
}
