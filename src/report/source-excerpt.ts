import type { Finding } from "../finding/finding.ts";
import { visibleText } from "./visible-text.ts";

/** Longest part of a line that is shown. */
const width = 100;
/** Characters shown in front of the column, where a line is cut. */
const lead = 40;

/**
 * The line a finding is about, with carets under the marked text. Columns count UTF-16 code units; the carets stand right
 * under tabs (repeated as tabs) and under wide characters (two cells). Long lines are cut around the column.
 */
export function sourceExcerpt(finding: Finding, line: string): string[] {
  const number = String(finding.line);
  const start = Math.min(finding.column - 1, line.length);
  const oneLine = finding.endLine === undefined || finding.endLine === finding.line;
  const end = oneLine
    ? Math.max(start + 1, (finding.endColumn ?? finding.column + 1) - 1)
    : line.trimEnd().length;
  const from = line.length > width && start > lead ? start - lead : 0;
  const to = Math.min(line.length, from + width);
  const shown = visibleText(line.slice(from, to));
  const before = from > 0 ? "..." : "";
  const after = to < line.length ? "..." : "";
  const blank = before.replace(/./g, " ") + blanks(line.slice(from, start));
  const marked = line.slice(start, Math.min(end, to));
  const carets = "^".repeat(Math.max(1, cells(marked)));
  const gutter = " ".repeat(number.length);
  return [`  ${number} | ${before}${shown}${after}`.trimEnd(), `  ${gutter} | ${blank}${carets}`];
}

/** As much empty space as a text takes. */
function blanks(text: string): string {
  return [...text].map((character) => (character === "\t" ? "\t" : " ".repeat(cells(character)))).join("");
}

/** Cells of a terminal that a text takes: wide characters two, marks that combine with their neighbour none. */
function cells(text: string): number {
  let sum = 0;
  for (const character of text) {
    if (/\p{Mn}|\p{Me}|\u200d|[\ufe00-\ufe0f]/u.test(character)) continue;
    sum +=
      /\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|[\uff01-\uff60]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return sum;
}
