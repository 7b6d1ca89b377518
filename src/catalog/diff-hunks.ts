import type { DiffRow } from "./manifest-diff.ts";

/** A run of lines of a difference, or a stretch of unchanged lines that is left out. */
export type DiffHunk = { rows: DiffRow[] } | { skipped: number };

/**
 * Leaves out long stretches of unchanged lines, keeping some around every change. A stretch is only left out where
 * that saves more lines than the remark that replaces it costs.
 */
export function diffHunks(rows: readonly DiffRow[], context = 4): DiffHunk[] {
  const near = rows.map((_, index) =>
    rows.slice(Math.max(0, index - context), index + context + 1).some((row) => row.kind !== "same"),
  );
  const hunks: DiffHunk[] = [];
  let index = 0;
  while (index < rows.length) {
    const kept = near[index] ?? false;
    let end = index;
    while (end < rows.length && near[end] === kept) end++;
    if (kept || end - index <= 3) {
      const last = hunks.at(-1);
      if (last && "rows" in last) last.rows.push(...rows.slice(index, end));
      else hunks.push({ rows: rows.slice(index, end) });
    } else hunks.push({ skipped: end - index });
    index = end;
  }
  return hunks;
}
