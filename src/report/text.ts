import type { Finding } from "../finding/finding.ts";
import { maskSecrets } from "./mask-secrets.ts";
import { countFindings, countWords, plural, type ReportedResource } from "./report.ts";
import { sourceExcerpt } from "./source-excerpt.ts";
import { visibleText } from "./visible-text.ts";

/** What the text may show beyond the findings. */
export interface TextOptions {
  /** Gives a line (from 1) of a file, where it can; the place is then shown with carets under it. */
  sourceLine?: (file: string, line: number) => string | undefined;
  /** Whether to end with the number of findings. Default true. */
  totals?: boolean;
}

/**
 * Findings for people: the place, what is wrong, the line with carets under it, what to do. No line break at the end;
 * empty where there is nothing to say.
 */
export function reportText(findings: readonly Finding[], options: TextOptions = {}): string {
  const sourceLine = options.sourceLine && maskSecrets(findings, options.sourceLine);
  const blocks = findings.map((finding) => {
    const { file, line, column, severity, message, fix, code, policy } = finding;
    const name = policy === undefined ? code : `${code}: ${visibleText(policy)}`;
    const source = sourceLine?.(file, line);
    return [
      `${visibleText(file)}:${line}:${column}: ${severity}: ${visibleText(message)} [${name}]`,
      ...(source === undefined || source.trim() === "" ? [] : sourceExcerpt(finding, source)),
      `  ${visibleText(fix)}`,
    ].join("\n");
  });
  if (blocks.length > 0 && options.totals !== false) {
    const files = new Set(findings.map(({ file }) => file)).size;
    blocks.push(`${countWords(countFindings(findings))} in ${plural(files, "file")}.`);
  }
  return blocks.join("\n\n");
}

/** One line that counts objects by what became of them. */
export function summaryText(resources: readonly ReportedResource[]): string {
  const count = (status: ReportedResource["status"]) =>
    resources.filter((resource) => resource.status === status).length;
  const files = new Set(resources.map(({ file }) => file)).size;
  return (
    `Summary: ${plural(resources.length, "resource")} found in ${plural(files, "file")} - ` +
    `Valid: ${count("valid")}, Invalid: ${count("invalid")}, Errors: ${count("error")}, Skipped: ${count("skipped")}`
  );
}
