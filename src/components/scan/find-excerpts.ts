import type { Finding } from "../../finding/finding.ts";

/** A line of an excerpt, and the part of it that is marked. */
export interface ExcerptLine {
  number: number;
  text: string;
  /** Offsets in the line, the end exclusive. */
  marks: { start: number; end: number }[];
}

/** Lines of a file with the findings that stand in them. */
export interface Excerpt {
  file: string;
  lines: ExcerptLine[];
  findings: Finding[];
}

/** Lines shown before and after the line of a finding. */
const context = 2;
/** Characters shown of a line; a minified manifest has one line of all. */
const maxLength = 400;

/**
 * The parts of files that findings stand in, in the order of the findings' files and lines. Findings that are so near to
 * each other that what is shown around them meets are shown together.
 */
export function findExcerpts(findings: readonly Finding[], textOf: (file: string) => string): Excerpt[] {
  const byFile = Map.groupBy(findings, ({ file }) => file);
  return [...byFile].flatMap(([file, inFile]) => {
    const lines = textOf(file).split(/\r\n|\r|\n/);
    return clusters(inFile).map((findings) => excerptOf(file, lines, findings));
  });
}

function clusters(findings: readonly Finding[]): Finding[][] {
  const result: Finding[][] = [];
  for (const finding of findings.toSorted((a, b) => a.line - b.line || a.column - b.column)) {
    const last = result.at(-1);
    const end = last?.at(-1)?.line;
    if (last && end !== undefined && finding.line - end <= 2 * context + 1) last.push(finding);
    else result.push([finding]);
  }
  return result;
}

function excerptOf(file: string, lines: readonly string[], findings: Finding[]): Excerpt {
  const from = Math.max(1, (findings[0]?.line ?? 1) - context);
  const to = Math.min(lines.length, (findings.at(-1)?.line ?? 1) + context);
  const shown: ExcerptLine[] = [];
  for (let number = from; number <= to; number++) {
    const here = findings.filter(({ line }) => line === number);
    shown.push(cut(number, lines[number - 1] ?? "", here));
  }
  return { file, lines: shown, findings };
}

function cut(number: number, text: string, findings: readonly Finding[]): ExcerptLine {
  const first = findings[0]?.column ?? 1;
  const skipped = text.length > maxLength ? Math.max(0, first - 1 - maxLength / 4) : 0;
  const part = text.slice(skipped, skipped + maxLength);
  const before = skipped > 0 ? "… " : "";
  const after = skipped + maxLength < text.length ? " …" : "";
  const marks: ExcerptLine["marks"] = [];
  for (const { line, column, endLine, endColumn } of findings) {
    const start = column - 1 - skipped;
    // A place without an extent, and one of several lines, is marked to the end of its line.
    const within = endLine === line && endColumn !== undefined && endColumn > column;
    const end = within ? endColumn - 1 - skipped : part.trimEnd().length;
    const free = Math.max(start, marks.at(-1)?.end ?? 0);
    if (free < Math.min(end, part.length))
      marks.push({ start: free + before.length, end: Math.min(end, part.length) + before.length });
  }
  return { number, text: before + part + after, marks };
}
