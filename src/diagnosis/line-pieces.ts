import { findVariableParts } from "./variable-parts.ts";

/** A piece of a pasted line: set aside, telling, or neither. */
export interface LinePiece {
  text: string;
  kind: "aside" | "telling" | "plain";
}

/**
 * Cuts a line into the parts that were set aside because they differ from cluster to cluster, the words that speak for a story,
 * and the rest, in order and complete.
 */
export function linePieces(line: string, telling: readonly string[]): LinePiece[] {
  const wanted = new Set(telling.map((word) => word.toLowerCase()));
  const pieces: LinePiece[] = [];
  const add = (text: string, kind: LinePiece["kind"]) => {
    const last = pieces.at(-1);
    if (text === "") return;
    if (last?.kind === kind) last.text += text;
    else pieces.push({ text, kind });
  };
  const addText = (text: string) => {
    for (const part of text.split(/([\p{L}\p{N}]+(?:[-_./:][\p{L}\p{N}]+)*)/u)) {
      if (wanted.has(part.toLowerCase())) add(part, "telling");
      else
        for (const word of part.split(/([\p{Lu}]+\p{Ll}+|[\p{L}\p{N}]+)/u))
          add(word, wanted.has(word.toLowerCase()) ? "telling" : "plain");
    }
  };
  let at = 0;
  for (const { start, end, keeps } of findVariableParts(line)) {
    addText(line.slice(at, start));
    const kept = keeps === "" ? -1 : line.slice(start, end).indexOf(keeps);
    if (kept === 0) {
      addText(keeps);
      add(line.slice(start + keeps.length, end), "aside");
    } else add(line.slice(start, end), "aside");
    at = end;
  }
  addText(line.slice(at));
  return pieces;
}
