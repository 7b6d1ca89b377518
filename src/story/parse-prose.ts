import { mdxToMdast } from "satteri";
import type { Span } from "../finding/finding.ts";
import { LineIndex } from "../finding/line-index.ts";
import { boundProse } from "./bound-prose.ts";
import type { Prose, ProseProblem } from "./prose-types.ts";
import { ProseWalker, type TreeNode } from "./prose-walker.ts";

/** So many places are recovered from before the parser's word is taken that nothing can be read. */
const maxProblems = 50;

/**
 * Reads prose with the parser that Astro compiles MDX with, so that a check and the compiler cannot disagree.
 * Takes the whole text of the file and the length of its front matter, which is blanked and not moved: every place is
 * a place of the author's file. Never throws: what the parser refuses becomes one of the prose's `problems`, and the
 * parser goes on behind it. What would bring the parser down is kept from it: `limits` says so.
 */
export function parseProse(text: string, frontMatterLength: number, file: string): Prose {
  const prose: Prose = {
    file,
    headings: [],
    links: [],
    blocks: [],
    elements: [],
    code: [],
    markup: [],
    refused: [],
    problems: [],
    limits: [],
    readable: true,
  };
  const lines = new LineIndex(text);
  const span = (offset: number): Span => {
    const { line, column } = lines.at(offset);
    return { line, column, endLine: line, endColumn: column + 1 };
  };
  const bounded = boundProse(blankFrontMatter(text, frontMatterLength), frontMatterLength);
  prose.limits.push(...bounded.limits.map(({ offset, ...limit }) => ({ ...limit, at: span(offset) })));
  prose.code.push(...bounded.code.map(({ offset, ...code }) => ({ ...code, at: span(offset) })));
  if (bounded.source === undefined) {
    prose.readable = false;
    return prose;
  }
  let { source } = bounded;
  for (;;) {
    let root: TreeNode;
    try {
      root = mdxToMdast(source) as TreeNode;
    } catch (cause) {
      const problem = readProblem(cause);
      const offset = lines.lineStart(problem.line) + problem.column - 1;
      prose.problems.push({ ...problem, text: /^.*/.exec(text.slice(offset, offset + 200))?.[0] ?? "" });
      // A bracket that opens nothing is taken for a letter, which keeps every other place where it is.
      const opens = source[offset] === "<" || source[offset] === "{";
      if (!opens || prose.problems.length >= maxProblems) {
        prose.readable = false;
        return prose;
      }
      source = `${source.slice(0, offset)}x${source.slice(offset + 1)}`;
      continue;
    }
    new ProseWalker(prose, source).children(root);
    return prose;
  }
}

/** A text with its front matter blanked, so that every place stays where it is. */
export function blankFrontMatter(text: string, length: number): string {
  return text.slice(0, length).replace(/[^\r\n]/g, " ") + text.slice(length);
}

/** Line and column stand in front of the parser's message, and a rule's name in brackets behind it. */
function readProblem(cause: unknown): Omit<ProseProblem, "text"> {
  const message = cause instanceof Error ? cause.message : String(cause);
  const found = /^(\d+):(\d+): ([\s\S]*)$/.exec(message);
  const words = (found?.[3] ?? message).replace(/ \([a-z-]+:[a-z-]+\)\s*$/, "");
  return { message: words, line: Number(found?.[1] ?? 1), column: Number(found?.[2] ?? 1) };
}
