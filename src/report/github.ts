import type { Finding } from "../finding/finding.ts";
import { countFindings, countWords, plural } from "./report.ts";

/** GitHub shows ten annotations of a kind for a step: https://docs.github.com/actions/reference/limits */
const shownPerKind = 10;
/** GitHub refuses a step summary over 1 MiB. */
const summaryLimit = 1000 * 1000;

/** A report for GitHub Actions. */
export interface GithubReport {
  /** Workflow commands, for standard output. */
  annotations: string;
  /** Markdown, for the file named by GITHUB_STEP_SUMMARY. */
  summary: string;
}

/**
 * Findings as workflow commands (https://docs.github.com/actions/reference/workflow-commands-for-github-actions). Only
 * ten errors and ten warnings are shown, so the first of each file come before the second of any; the rest is counted.
 */
export function reportGithub(findings: readonly Finding[]): GithubReport {
  const lines: string[] = [];
  for (const severity of ["error", "warning"] as const) {
    const all = firstOfEachFile(findings.filter((finding) => finding.severity === severity));
    lines.push(...all.slice(0, shownPerKind).map(annotation));
    const hidden = all.length - shownPerKind;
    if (hidden > 0)
      lines.push(
        `::notice title=${hidden} more::${plural(hidden, severity)} not shown here; the step summary has all of them.`,
      );
  }
  return { annotations: lines.join("\n"), summary: stepSummary(findings) };
}

function annotation(finding: Finding): string {
  const { severity, file, line, column, endLine, endColumn, code, message, fix, policy } = finding;
  const properties = {
    file,
    line,
    ...(endLine === undefined ? {} : { endLine }),
    // Columns are read only where the annotation stays on one line.
    ...(endLine === undefined || endLine === line
      ? { col: column, ...(endColumn === undefined ? {} : { endColumn }) }
      : {}),
    title: policy === undefined ? code : `${code}: ${policy}`,
  };
  const list = Object.entries(properties)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(",");
  return `::${severity} ${list}::${escapeData(`${message} ${fix}`)}`;
}

/** The first finding of every file, then the second of every file, and so on. */
function firstOfEachFile(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  const ranked = findings.map((finding) => {
    const rank = seen.get(finding.file) ?? 0;
    seen.set(finding.file, rank + 1);
    return { finding, rank };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ finding }) => finding);
}

function stepSummary(findings: readonly Finding[]): string {
  const head = `### horror: ${countWords(countFindings(findings))}\n`;
  if (findings.length === 0) return head;
  let text = `${head}\n| Place | Finding | What to do |\n|---|---|---|\n`;
  for (const [index, { file, line, column, severity, code, message, fix }] of findings.entries()) {
    const row = `| ${cell(`${file}:${line}:${column}`)} | ${severity} \`${code}\`: ${cell(message)} | ${cell(fix)} |\n`;
    if (text.length + row.length > summaryLimit / 3) {
      text += `\n${findings.length - index} more are not listed.\n`;
      break;
    }
    text += row;
  }
  return text;
}

/** Text of a table cell: no markup of the author's takes effect. */
function cell(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]()#+!|~@-]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;");
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
