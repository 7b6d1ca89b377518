import { diffTexts } from "../checks/diff-texts.ts";
import type { StoryFolder } from "../story/library.ts";
import { highlightLines } from "./highlight.ts";

/** A line of the difference between broken.yaml and fixed.yaml. */
export interface DiffRow {
  kind: "same" | "removed" | "added";
  /** The line as written. */
  text: string;
  /** Highlighted HTML of the line. */
  html: string;
  /** Whether it is one of the changes the story calls essential. */
  essential?: boolean;
  /** Line number in broken.yaml, for same and removed lines. */
  brokenLine?: number;
  /** Line number in fixed.yaml, for same and added lines. */
  fixedLine?: number;
}

/**
 * Computes the difference between the two files of a story, line by line; undefined where it has none. Changed lines
 * that hold one of the `essential` texts are marked.
 */
export async function manifestDiff(
  folder: StoryFolder,
  essential: readonly string[] = [],
): Promise<DiffRow[] | undefined> {
  const { broken, fixed } = folder;
  if (!broken?.readable || !fixed?.readable) return undefined;
  const [brokenHtml, fixedHtml] = await Promise.all([
    highlightLines(broken.text, "yaml"),
    highlightLines(fixed.text, "yaml"),
  ]);
  const rows: DiffRow[] = [];
  let brokenLine = 1;
  let fixedLine = 1;
  for (const change of diffTexts(broken.text, fixed.text)) {
    for (const text of change.value.split("\n").slice(0, change.count)) {
      const matters = essential.some((part) => text.includes(part)) ? { essential: true } : {};
      if (change.removed) {
        rows.push({ kind: "removed", text, html: brokenHtml[brokenLine - 1] ?? "", brokenLine, ...matters });
        brokenLine++;
      } else if (change.added) {
        rows.push({ kind: "added", text, html: fixedHtml[fixedLine - 1] ?? "", fixedLine, ...matters });
        fixedLine++;
      } else {
        rows.push({ kind: "same", text, html: fixedHtml[fixedLine - 1] ?? "", brokenLine, fixedLine });
        brokenLine++;
        fixedLine++;
      }
    }
  }
  return rows;
}
