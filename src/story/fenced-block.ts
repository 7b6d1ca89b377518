import type { Span } from "../finding/finding.ts";
import type { FencedBlock } from "./prose-types.ts";

/**
 * Makes a fenced block of what the parser gives, with the place of each of its lines: a block in a list or a quotation
 * stands further right than its text says, and the difference is recovered line by line from the source.
 */
export function fencedBlock(
  block: { language: string; marker: string; text: string; at: Span },
  sourceLines: readonly string[],
  file: string,
): FencedBlock {
  const lines = block.text.split(/\r\n|\n|\r/);
  const indents = lines.map((line, index) => {
    const written = sourceLines[block.at.line + index] ?? "";
    return written.endsWith(line) ? written.length - line.length : block.at.column - 1;
  });
  const opening = sourceLines[block.at.line - 1] ?? "";
  const fence = /^(`{3,}|~{3,})/.exec(opening.slice(block.at.column - 1))?.[1] ?? "```";
  const last = sourceLines[block.at.endLine - 1] ?? "";
  return {
    language: block.language,
    marker: block.marker,
    text: block.text,
    origin: { file, firstLine: block.at.line + 1, indents },
    at: {
      line: block.at.line,
      column: block.at.column,
      endLine: block.at.line,
      endColumn: opening.length + 1,
    },
    closed: block.at.endLine > block.at.line && last.trimEnd().endsWith(fence),
  };
}
