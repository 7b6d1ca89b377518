import type { Span } from "../finding/finding.ts";
import { LineIndex } from "../finding/line-index.ts";

/**
 * Where a stretch of a YAML scalar's value stands in its file: block scalars, quoted and plain ones.
 * `at` is the scalar's place, `start` and `end` are offsets in its value. Where the value cannot be followed back
 * to the text (folded over several lines in an unusual way), the place of the line or the whole scalar is given.
 */
export function placeInScalar(text: string, at: Span, value: string, start: number, end: number): Span {
  const lines = new LineIndex(text);
  const offset = lines.lineStart(at.line) + at.column - 1;
  const offsets = /^[|>]/.test(text.slice(offset, offset + 1))
    ? blockOffsets(text, offset, value)
    : flowOffsets(text, offset, value);
  if (!offsets) return at;
  const from = offsets[Math.min(start, offsets.length - 1)] ?? offset;
  const last = offsets[Math.min(Math.max(start, end - 1), offsets.length - 1)] ?? from;
  const begin = lines.at(from);
  const close = lines.at(end > start ? last + 1 : from);
  return { line: begin.line, column: begin.column, endLine: close.line, endColumn: close.column };
}

/** The offset in the text of every character of a literal or folded block scalar's value. */
function blockOffsets(text: string, offset: number, value: string): number[] | undefined {
  const header = text.indexOf("\n", offset);
  return header === -1 ? undefined : follow(text, header + 1, value);
}

function flowOffsets(text: string, offset: number, value: string): number[] | undefined {
  const quote = text[offset];
  return quote === '"' || quote === "'"
    ? follow(text, offset + 1, value, quote)
    : follow(text, offset, value);
}

/**
 * Walks value and text side by side: equal characters advance both; where they differ, the text has what YAML drops
 * (indentation, line breaks, the escaping of a quote). Undefined where they cannot be brought together.
 */
function follow(text: string, from: number, value: string, quote?: string): number[] | undefined {
  const offsets: number[] = [];
  let at = from;
  for (let i = 0; i < value.length; i++) {
    const wanted = value[i];
    if (wanted === " " || wanted === "\n") {
      // A fold stands for the line break and the indentation after it.
      if (text[at] === wanted) offsets.push(at++);
      else if (/\s/.test(text[at] ?? "")) {
        offsets.push(at);
        at += /^[ \t]*\r?\n?/.exec(text.slice(at))?.[0].length ?? 1;
      } else if (quote === '"' && text.startsWith("\\n", at)) {
        offsets.push(at);
        at += 2;
      } else if (text[at] === undefined && i === value.length - 1) offsets.push(at);
      else return undefined;
      continue;
    }
    if (text[at] !== wanted) at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
    if (quote !== undefined && text[at] === (quote === "'" ? "'" : "\\")) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else if (quote === '"') at++;
    }
    if (text[at] !== wanted) return undefined;
    offsets.push(at++);
  }
  return offsets;
}
