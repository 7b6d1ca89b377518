import type { Finding } from "./finding.ts";

/** Sorts findings by file, line, column, code and message, so that every run prints the same; gives a new array without exact repeats. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  );
  return sorted.filter((finding, index) => {
    const previous = sorted[index - 1];
    return !(
      previous &&
      previous.file === finding.file &&
      previous.line === finding.line &&
      previous.column === finding.column &&
      previous.code === finding.code &&
      previous.message === finding.message
    );
  });
}

// Code-unit order, not the machine's locale: the same everywhere.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
