import { diffTexts } from "../checks/diff-texts.ts";

/** A line of the difference between two texts. */
export interface DiffRow {
  kind: "same" | "removed" | "added";
  /** The line as written. */
  text: string;
  /** Highlighted HTML of the line. */
  html: string;
  /** Line number in the text before, for same and removed lines. */
  before?: number;
  /** Line number in the text after, for same and added lines. */
  after?: number;
}

/** A text and the highlighted HTML of its lines. */
export interface HighlightedText {
  text: string;
  html: readonly string[];
}

/** The difference between two texts, line by line. */
export function diffRows(before: HighlightedText, after: HighlightedText): DiffRow[] {
  const rows: DiffRow[] = [];
  let [old, now] = [1, 1];
  for (const change of diffTexts(before.text, after.text)) {
    for (const text of change.value.split("\n").slice(0, change.count)) {
      if (change.removed) {
        rows.push({ kind: "removed", text, html: before.html[old - 1] ?? "", before: old });
        old++;
      } else if (change.added) {
        rows.push({ kind: "added", text, html: after.html[now - 1] ?? "", after: now });
        now++;
      } else {
        rows.push({ kind: "same", text, html: after.html[now - 1] ?? "", before: old, after: now });
        old++;
        now++;
      }
    }
  }
  return rows;
}
