/** One thing of several that somebody told, with what stands in marked lines below it. */
export interface ToldEntry<Name extends string> {
  text: string;
  /** What stands behind each mark, in order. */
  marked: Partial<Record<Name, string[]>>;
}

/**
 * Reads several things told in one answer, one a line; a line that begins with a mark, such as `$ ` or `undo: `, adds to
 * the one above it. Takes the marks with the name of what stands behind each. Gives the first marked line that stands
 * above everything as `stray`.
 */
export function readEntries<Name extends string>(
  text: string | undefined,
  marks: Readonly<Record<string, Name>>,
): { entries: ToldEntry<Name>[]; stray?: string } {
  const entries: ToldEntry<Name>[] = [];
  let stray: string | undefined;
  for (const line of (text ?? "").split("\n").map((one) => one.trim())) {
    if (line === "") continue;
    const mark = Object.entries(marks).find(([start]) => line.toLowerCase().startsWith(start));
    if (!mark) {
      entries.push({ text: oneLine(line), marked: {} });
      continue;
    }
    const [start, name] = mark;
    const last = entries.at(-1);
    if (!last) stray ??= line;
    else last.marked[name] = [...(last.marked[name] ?? []), line.slice(start.length).trim()];
  }
  return stray === undefined ? { entries } : { entries, stray };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
