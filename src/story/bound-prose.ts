import { markdownToMdast } from "satteri";
import type { ProseCode, ProseLimit } from "./prose-types.ts";
import type { TreeNode } from "./prose-walker.ts";

/** Limits of one body. The longest story has a fifth of them; above them the parser takes seconds, or never returns. */
export const proseLimits = {
  /** Characters of a body. */
  text: 50_000,
  /** Block quotes and list items opened on one line. */
  openings: 40,
  /** Columns by which a line outside of a code block may be indented. */
  indent: 120,
  /** Characters in a row that open or close emphasis. */
  run: 80,
  /** Angle brackets outside of code. */
  brackets: 500,
  /** Braces in backticks, for each of which the parser looks through the rest of the text. */
  braces: 500,
  /** Characters from the start of code to the end of the body that are left to the parser. */
  code: 2000,
  /** Pieces of code that are named; a text with more of them is no story. */
  named: 50,
} as const;

/** A place by its offset in the file. */
type ByOffset<Item> = Omit<Item, "at"> & { offset: number };

/** A body that the parser can be trusted with. */
export interface BoundedProse {
  /** The body with what must not reach the parser replaced, character by character; absent where nothing can be saved. */
  source?: string;
  limits: ByOffset<ProseLimit>[];
  /** Code that was found here, since the parser could not be let near it. */
  code: ByOffset<ProseCode>[];
}

/**
 * Holds a body against the limits before the MDX parser sees it. That parser recurses, in native code, over whatever
 * stands in braces or follows `import` and `export`: twenty thousand parentheses end the process. So where code opens
 * far from the end of the body it is reported here and blunted. What is code and what is a code block is decided with
 * the parser for plain Markdown, which knows no expressions; the two can only part at a brace, an angle bracket or an
 * `import` that is seen by both.
 */
export function boundProse(source: string, bodyStart: number): BoundedProse {
  const limits: ByOffset<ProseLimit>[] = [];
  const report = (kind: ProseLimit["kind"], offset: number, message: string) =>
    limits.push({ kind, offset, message });
  if (source.length - bodyStart > proseLimits.text) {
    report(
      "large",
      bodyStart,
      `The prose has ${source.length - bodyStart} characters; up to ${proseLimits.text} are read.`,
    );
    return { limits, code: [] };
  }
  for (const { index, 0: opening } of source.matchAll(/^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])(?=[ \t>]|$))+/gm)) {
    const count = opening.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
    if (count > proseLimits.openings)
      report("deep", index, `${count} quotations and lists open on this line.`);
  }
  for (const { index, 0: run } of source.matchAll(/[*_~]{2,}/g))
    if (run.length > proseLimits.run)
      report("deep", index, `${run.length} marks of emphasis stand in a row.`);
  if (limits.length > 0) return { limits, code: [] };
  return boundCode(source, bodyStart, limits);
}

function boundCode(source: string, bodyStart: number, limits: ByOffset<ProseLimit>[]): BoundedProse {
  const root = markdownToMdast(source) as TreeNode;
  const { blank, braces } = withoutCode(source, root);
  for (const { index, 0: indent } of blank.matchAll(/^[ \t]+(?=\S)/gm))
    if (indent.length > proseLimits.indent)
      limits.push({
        kind: "deep",
        offset: index,
        message: `The line is indented by ${indent.length} columns.`,
      });
  const brackets = [...blank.matchAll(/</g)];
  if (brackets.length > proseLimits.brackets)
    limits.push({
      kind: "deep",
      offset: brackets[proseLimits.brackets]?.index ?? bodyStart,
      message: `${brackets.length} angle brackets stand in the prose outside of code.`,
    });
  if (braces.length > proseLimits.braces)
    limits.push({
      kind: "deep",
      offset: braces[proseLimits.braces] ?? bodyStart,
      message: `${braces.length} braces stand in backticks.`,
    });
  if (limits.length > 0) return { limits, code: [] };

  const code: ByOffset<ProseCode>[] = [];
  const paragraphs = paragraphLines(blank, root);
  const pieces: string[] = [];
  let done = 0;
  let reported = 0;
  for (const { index, 0: found } of blank.matchAll(/(?<!\\)(?:\\\\)*\{|^(?:import|export)(?![\w-])/gm)) {
    const brace = found.endsWith("{");
    const offset = brace ? index + found.length - 1 : index;
    if (source.length - offset <= proseLimits.code) break;
    if (!brace && paragraphs.has(offset)) continue;
    pieces.push(source.slice(done, offset), "x");
    done = offset + 1;
    // Code within code that was named is not named again.
    if (offset < reported || code.length >= proseLimits.named) continue;
    const text = brace ? inBraces(source, offset) : lineAt(source, offset);
    reported = offset + text.length;
    code.push({ kind: brace ? "expression" : "module", text, offset });
  }
  return { source: pieces.join("") + source.slice(done), limits, code };
}

/**
 * The source with the text of fenced blocks and of code in backticks blanked, every other character in its place, and the
 * places of braces in backticks.
 */
function withoutCode(source: string, root: TreeNode): { blank: string; braces: number[] } {
  const pieces: string[] = [];
  const braces: number[] = [];
  let done = 0;
  visit(root, (node) => {
    const { start, end } = node.position ?? {};
    if (start === undefined || end === undefined || start.offset < done) return;
    const code = source.slice(start.offset, end.offset);
    const fenced = node.type === "code" && /^(?:`{3}|~{3})/.test(code);
    if (node.type !== "inlineCode" && !fenced) return;
    if (!fenced) for (const { index } of code.matchAll(/\{/g)) braces.push(start.offset + index);
    pieces.push(source.slice(done, start.offset), code.replace(/[^\r\n]/g, " "));
    done = end.offset;
  });
  return { blank: pieces.join("") + source.slice(done), braces };
}

/** Offsets of lines that continue a paragraph without markup, where `import` is a word. */
function paragraphLines(blank: string, root: TreeNode): ReadonlySet<number> {
  const offsets = new Set<number>();
  visit(root, ({ type, position }) => {
    if (type !== "paragraph" || !position) return;
    const text = blank.slice(position.start.offset, position.end.offset);
    if (text.includes("<")) return;
    for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g))
      offsets.add(position.start.offset + index + end.length);
  });
  return offsets;
}

/** Walks a tree without recursion, parents before their children, from left to right. */
function visit(root: TreeNode, see: (node: TreeNode) => void): void {
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    see(node);
    waiting.push(...[...(node.children ?? [])].reverse());
  }
}

/** What stands in braces: up to the brace that closes, or to the end of the line. */
function inBraces(source: string, offset: number): string {
  let depth = 0;
  for (let at = offset; at < Math.min(source.length, offset + 200); at++) {
    if (source[at] === "{") depth++;
    if (source[at] === "}" && --depth === 0) return source.slice(offset + 1, at);
  }
  return lineAt(source, offset + 1);
}

function lineAt(source: string, offset: number): string {
  return /^[^\r\n]*/.exec(source.slice(offset, offset + 200))?.[0] ?? "";
}
