import { diffTexts } from "./diff-texts.ts";

/** A line that stands only in one of two texts. */
export interface ChangedLine {
  side: "removed" | "added";
  /** 1-based, in the text it stands in. */
  line: number;
  text: string;
}

/** The lines that one text has and the other has not, in their order. */
export function changedLines(before: string, after: string): ChangedLine[] {
  const changed: ChangedLine[] = [];
  let old = 1;
  let fresh = 1;
  for (const { value, added, removed } of diffTexts(before, after)) {
    const lines = value.replace(/\r?\n$/, "").split(/\r?\n/);
    for (const text of lines) {
      if (removed) changed.push({ side: "removed", line: old, text });
      if (added) changed.push({ side: "added", line: fresh, text });
      if (!added) old++;
      if (!removed) fresh++;
    }
  }
  return changed;
}
