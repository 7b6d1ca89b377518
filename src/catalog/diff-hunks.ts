import type { DiffRow } from "./diff-rows.ts";

/** A run of lines of a difference, or a stretch of lines that is left out. */
export type DiffHunk<Row> = { rows: Row[] } | { skipped: number };

/**
 * Leaves out long stretches of lines that do not matter, keeping some around every one that does: where nothing else is
 * asked for, the changed ones. A stretch is only left out where that saves more lines than the remark that replaces it
 * costs.
 */
export function diffHunks<Row extends Pick<DiffRow, "kind">>(
  rows: readonly Row[],
  context = 4,
  matters: (row: Row) => boolean = (row) => row.kind !== "same",
): DiffHunk<Row>[] {
  const near = rows.map((_, index) =>
    rows.slice(Math.max(0, index - context), index + context + 1).some((row) => matters(row)),
  );
  const hunks: DiffHunk<Row>[] = [];
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
