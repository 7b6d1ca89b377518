import { applyDiff } from "../checks/examples/apply-diff.ts";
import type { Example, ExamplePart } from "../checks/examples/parse-check-page.ts";
import { explainEscapes, placeInEscapes } from "../checks/examples/read-escapes.ts";
import type { Finding } from "../finding/finding.ts";
import { type DiffHunk, diffHunks } from "./diff-hunks.ts";
import { diffRows } from "./diff-rows.ts";
import { highlightFile } from "./highlight-file.ts";
import { type LineStretch, markHtml } from "./mark-html.ts";

/** A line of a file as a page shows it. */
export interface ListedRow {
  kind: "same" | "removed" | "added";
  /** Highlighted HTML, what a finding is about in <mark>. */
  html: string;
  /** Number of the line; a line that was taken away has none. */
  line?: number;
  /** Whether a finding stands on it. */
  fault?: true;
}

/** A file of an example: its lines, or what became of it. */
export interface FileListing {
  file: string;
  /** Whether its lines say what was added and taken away. */
  compared: boolean;
  /** What it is, where its lines alone do not say it. */
  remark?: string;
  /** What its escapes stand for. */
  escapes: { written: string; meaning: string }[];
  hunks: DiffHunk<ListedRow>[];
}

/** Lines shown around a change of a file, and around what a finding is about in one that is longer. */
const context = 2;

/** A tab as a page shows it: the style gives it a sign. */
const tab = '<span class="tab">\t</span>';

/** Gives a file of the base library; undefined where it has none of that name. */
type BaseFile = (file: string) => string | undefined;

/**
 * The files of a failing and a passing example. A change to the base library is shown as one, with the lines findings
 * stand on, in files the example leaves alone too; of two whole files the second is shown as a change of the first,
 * where they have enough in common.
 */
export async function exampleListings(
  fails: Example,
  passes: Example,
  findings: readonly Finding[],
  baseFile: BaseFile,
): Promise<{ fails: FileListing[]; passes: FileListing[] }> {
  const touched = new Set(fails.parts.map(({ file }) => file));
  const others = [...new Set(findings.map(({ file }) => file))].filter((file) => !touched.has(file));
  return {
    fails: await Promise.all([
      ...fails.parts.map((part) =>
        listPart(
          part,
          findings.filter(({ file }) => file === part.file),
          baseFile,
        ),
      ),
      ...others.map((file) =>
        listUntouched(
          file,
          findings.filter((finding) => finding.file === file),
          baseFile,
        ),
      ),
    ]),
    passes: await Promise.all(passes.parts.map((part) => listPassing(part, fails, passes, baseFile))),
  };
}

async function listPart(
  part: ExamplePart,
  findings: readonly Finding[],
  baseFile: BaseFile,
): Promise<FileListing> {
  const { action, file, text } = part;
  if (action === "remove") return remark(file, "is taken away");
  if (action === "link") return remark(file, `is a symbolic link to ${text}`);
  if (action === "change") return listChange(file, baseFile(file) ?? "", changed(part, baseFile), findings);
  const rows = await plainRows(part, findings);
  return { ...listing(file), escapes: explainEscapes(part.escaped ?? ""), hunks: [{ rows }] };
}

async function listPassing(
  part: ExamplePart,
  fails: Example,
  passes: Example,
  baseFile: BaseFile,
): Promise<FileListing> {
  const failing =
    fails.parts.find(({ file }) => file === part.file) ??
    (fails.parts.length === 1 && passes.parts.length === 1 ? fails.parts[0] : undefined);
  if (failing?.file === part.file && failing.action === part.action && failing.text === part.text)
    return remark(part.file, "is the same as above");
  if (part.action !== "write" || failing?.action !== "write") return listPart(part, [], baseFile);
  const [before, after] = await Promise.all([failing, part].map(highlighted));
  if (!before || !after) throw new Error("Two files were highlighted and did not come back.");
  const rows = diffRows(before, after);
  const same = rows.filter(({ kind }) => kind === "same").length;
  // With less in common, the signs would hide what the file looks like.
  if (same * 2 < rows.length) return listPart(part, [], baseFile);
  return {
    ...listing(part.file),
    compared: true,
    hunks: [{ rows: rows.map(({ kind, html, after: line }) => row(kind, html, line)) }],
  };
}

async function listUntouched(
  file: string,
  findings: readonly Finding[],
  baseFile: BaseFile,
): Promise<FileListing> {
  const text = baseFile(file);
  if (text === undefined) return remark(file, "is a folder");
  const part: ExamplePart = { action: "write", file, text, encoding: "utf8", line: 1 };
  const rows = await plainRows(part, findings);
  return {
    ...listing(file),
    remark: "is left as it was",
    hunks: diffHunks(rows, context, ({ fault }) => fault === true),
  };
}

async function listChange(
  file: string,
  base: string,
  text: string,
  findings: readonly Finding[],
): Promise<FileListing> {
  const [before, after] = await Promise.all(
    [base, text].map(async (one) => ({ text: one, html: await highlightFile(file, one) })),
  );
  if (!before || !after) throw new Error("Two files were highlighted and did not come back.");
  const html = markLines(after.html, linesOf(text), findings);
  const rows = diffRows(before, { text, html }).map(({ kind, html: line, after: number }) =>
    row(kind, line, number, findings),
  );
  return {
    ...listing(file),
    compared: true,
    hunks: diffHunks(rows, context, ({ kind, fault }) => kind !== "same" || fault === true),
  };
}

async function plainRows(part: ExamplePart, findings: readonly Finding[]): Promise<ListedRow[]> {
  const { text, html } = await highlighted(part);
  const lines = linesOf(text);
  const marked = markLines(html, lines, findings, part.escaped !== undefined);
  return lines.map((_, index) => row("same", marked[index] ?? "", index + 1, findings));
}

/** A part as it is written on its page, in colours. */
async function highlighted({
  file,
  text,
  escaped = text,
}: ExamplePart): Promise<{ text: string; html: string[] }> {
  return { text: escaped, html: await highlightFile(file, escaped) };
}

function markLines(
  html: readonly string[],
  lines: readonly string[],
  findings: readonly Finding[],
  escaped = false,
): string[] {
  return html.map((line, index) => {
    const text = lines[index] ?? "";
    const stretches = findings
      .filter((finding) => finding.line === index + 1 && finding.endLine === finding.line)
      .map(({ column, endColumn }): LineStretch => {
        const [start, end] = [column - 1, (endColumn ?? column) - 1];
        return escaped ? placeInEscapes(text, start, end) : { start, end };
      });
    return markHtml(line, stretches);
  });
}

function row(
  kind: ListedRow["kind"],
  html: string,
  line: number | undefined,
  findings: readonly Finding[] = [],
): ListedRow {
  const fault = line !== undefined && findings.some((finding) => finding.line === line);
  return {
    kind,
    html: html.replaceAll("\t", tab),
    ...(line === undefined ? {} : { line }),
    ...(fault ? { fault } : {}),
  };
}

function changed({ file, text, line }: ExamplePart, baseFile: BaseFile): string {
  const base = baseFile(file);
  if (base === undefined) throw new Error(`The base library has no ${file}, which line ${line} changes.`);
  return applyDiff(base, text, file);
}

function listing(file: string): FileListing {
  return { file, compared: false, escapes: [], hunks: [] };
}

function remark(file: string, said: string): FileListing {
  return { ...listing(file), remark: said };
}

function linesOf(text: string): string[] {
  return text.replace(/\n$/, "").split("\n");
}
