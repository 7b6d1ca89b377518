import { cleanLine } from "./clean-line.ts";
import type { Family } from "./families/family.ts";
import { familiesOf } from "./families/index.ts";
import { type LineKind, lineKind } from "./line-kind.ts";
import { type LineWord, lineWords } from "./line-words.ts";
import { dropVariableParts } from "./variable-parts.ts";

/** Most lines of a text that are looked at. */
export const maxLines = 2000;

/** A pasted line, read. */
export interface ReadLine {
  /** Its place in the text, from 1. */
  line: number;
  /** As pasted. */
  text: string;
  /** Ready for matching. */
  clean: string;
  kind: LineKind;
  /** Its different words. */
  words: ReadonlyMap<string, LineWord>;
  families: readonly Family[];
}

/**
 * Splits pasted text into lines and reads each: what part it plays, which words it has once the variable parts are set
 * aside, which families of errors it belongs to. Empty lines and repetitions of a line are left out.
 */
export function readLines(text: string): ReadLine[] {
  const seen = new Set<string>();
  const lines: ReadLine[] = [];
  const rawLines = text.split(/\r\n|\n|\r/, maxLines);
  for (const [index, raw] of rawLines.entries()) {
    const clean = cleanLine(raw);
    if (clean.trim() === "") continue;
    const steady = dropVariableParts(clean);
    if (seen.has(steady)) continue;
    seen.add(steady);
    const kind = lineKind(clean);
    const words = kind === "frame" ? new Map<string, LineWord>() : lineWords(steady);
    lines.push({
      line: index + 1,
      text: raw,
      clean,
      kind,
      words,
      families: kind === "frame" || kind === "quiet" ? [] : familiesOf(clean),
    });
  }
  return lines;
}
