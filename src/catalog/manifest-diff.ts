import { diffLines } from "diff";
import type { StoryFolder } from "../story/library.ts";
import { highlightLines } from "./highlight.ts";

/** A line of the difference between broken.yaml and fixed.yaml. */
export interface DiffRow {
  kind: "same" | "removed" | "added";
  /** Highlighted HTML of the line. */
  html: string;
  /** Line number in broken.yaml, for same and removed lines. */
  brokenLine?: number;
  /** Line number in fixed.yaml, for same and added lines. */
  fixedLine?: number;
}

/** Computes the difference between the two files of a story, line by line; undefined where it has none. */
export async function manifestDiff(folder: StoryFolder): Promise<DiffRow[] | undefined> {
  const { broken, fixed } = folder;
  if (!broken?.readable || !fixed?.readable) return undefined;
  const [brokenHtml, fixedHtml] = await Promise.all([
    highlightLines(broken.text, "yaml"),
    highlightLines(fixed.text, "yaml"),
  ]);
  const rows: DiffRow[] = [];
  let brokenLine = 1;
  let fixedLine = 1;
  for (const change of diffLines(broken.text, fixed.text)) {
    for (let i = 0; i < change.count; i++) {
      if (change.removed) {
        rows.push({ kind: "removed", html: brokenHtml[brokenLine - 1] ?? "", brokenLine });
        brokenLine++;
      } else if (change.added) {
        rows.push({ kind: "added", html: fixedHtml[fixedLine - 1] ?? "", fixedLine });
        fixedLine++;
      } else {
        rows.push({ kind: "same", html: fixedHtml[fixedLine - 1] ?? "", brokenLine, fixedLine });
        brokenLine++;
        fixedLine++;
      }
    }
  }
  return rows;
}
