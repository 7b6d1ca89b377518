import { diffTexts } from "./diff-texts.ts";

/** A run of lines that one text has where another has others. */
export interface ChangedHunk {
  /** Offset in the second text. */
  offset: number;
  /** 1-based line of the second text. */
  line: number;
  /** What the first text has there. */
  removed: string;
  /** What the second text has there. */
  added: string;
}

/** The changes that make the second text of the first, in order. */
export function changedHunks(before: string, after: string): ChangedHunk[] {
  const hunks: ChangedHunk[] = [];
  let offset = 0;
  let line = 1;
  let open: ChangedHunk | undefined;
  for (const part of diffTexts(before, after)) {
    if (part.added || part.removed) {
      if (!open) {
        open = { offset, line, removed: "", added: "" };
        hunks.push(open);
      }
      if (part.added) open.added += part.value;
      else open.removed += part.value;
    } else open = undefined;
    if (!part.removed) {
      offset += part.value.length;
      line += part.value.split("\n").length - 1;
    }
  }
  return hunks;
}

/** The second text with one of its changes taken back. */
export function revertHunk(after: string, { offset, removed, added }: ChangedHunk): string {
  return after.slice(0, offset) + removed + after.slice(offset + added.length);
}
