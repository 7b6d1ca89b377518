import widths from "./text-widths.json" with { type: "json" };

/** Faces that have been measured: the text's own, and that of titles. */
export type MeasuredFace = keyof typeof widths;

/** Width of a text in a face, in the unit of the size; unknown characters count as wide ones. */
export function textWidth(text: string, size: number, face: MeasuredFace = "text"): number {
  const measured: Readonly<Record<string, number>> = widths[face];
  return ([...text].reduce((sum, character) => sum + (measured[character] ?? 700), 0) * size) / 1000;
}

/**
 * Breaks a text into lines no wider than `width`, at spaces; a word that is wider stands alone on its line. For pictures,
 * which have no line breaks of their own.
 */
export function wrapText(text: string, width: number, size: number, face: MeasuredFace = "text"): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size, face) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
