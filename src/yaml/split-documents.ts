/** A stretch of a stream that holds one document, with the directives and comments before it. */
export interface DocumentSlice {
  /** Offset of the stretch in the text. */
  start: number;
  /** Offset after the stretch. */
  end: number;
}

/**
 * Cuts a YAML stream at its document markers, so that a fault in one document stays in it.
 * A line that starts with `---` or `...` followed by white space is a marker wherever it stands: no scalar may
 * contain it (YAML 1.2.2, rule c-forbidden). Stretches with nothing but comments before the first marker or
 * after `...` are no documents.
 */
export function splitDocuments(text: string): DocumentSlice[] {
  const slices: DocumentSlice[] = [];
  let start = 0;
  let open = false;
  let lineStart = 0;
  while (lineStart < text.length) {
    const newline = text.indexOf("\n", lineStart);
    const nextLine = newline === -1 ? text.length : newline + 1;
    const first = text.charCodeAt(lineStart);
    if (first === 45 && isMarker(text, lineStart, "---")) {
      if (open) {
        slices.push({ start, end: lineStart });
        start = lineStart;
      }
      open = true;
    } else if (first === 46 && isMarker(text, lineStart, "...")) {
      if (open) slices.push({ start, end: nextLine });
      open = false;
      start = nextLine;
    } else if (!open && !isBlankOrComment(text, lineStart, nextLine) && first !== 37) {
      open = true;
    }
    lineStart = nextLine;
  }
  if (open) slices.push({ start, end: text.length });
  return slices;
}

function isMarker(text: string, offset: number, marker: string): boolean {
  if (!text.startsWith(marker, offset)) return false;
  const after = text[offset + 3];
  return after === undefined || after === " " || after === "\n" || after === "\t" || after === "\r";
}

function isBlankOrComment(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 35) return true;
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return false;
  }
  return true;
}
