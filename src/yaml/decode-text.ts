import type { Finding } from "../finding/finding.ts";
import { makeFinding } from "../finding/make-finding.ts";

/**
 * Text of a file's bytes, which must be UTF-8. A byte order mark is dropped. Gives findings instead of a text where
 * the bytes are no text; never throws.
 */
export function decodeText(bytes: Uint8Array, file: string): { text?: string; findings: Finding[] } {
  const refuse = (
    code: "file-binary" | "file-not-utf8",
    line: number,
    column: number,
    message: string,
    fix: string,
  ) => ({
    findings: [makeFinding({ code, file, at: { line, column }, message, fix })],
  });
  if (
    bytes.length >= 2 &&
    ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
  )
    return refuse("file-not-utf8", 1, 1, "The file is UTF-16.", "Save it as UTF-8.");
  const zero = bytes.indexOf(0);
  if (zero !== -1) {
    const { line, column } = placeOf(bytes, zero);
    return refuse(
      "file-binary",
      line,
      column,
      "The file holds a NUL byte, so it is no text.",
      "Replace it with a text file in UTF-8.",
    );
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), findings: [] };
  } catch {
    const bad = firstInvalid(bytes);
    const { line, column } = placeOf(bytes, bad);
    return refuse(
      "file-not-utf8",
      line,
      column,
      `The byte 0x${(bytes[bad] ?? 0).toString(16).padStart(2, "0")} is not valid UTF-8 here.`,
      "Save the file as UTF-8.",
    );
  }
}

/** Offset of the first byte that keeps the text from being UTF-8, by halving. */
function firstInvalid(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  const valid = (end: number) => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (valid(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function placeOf(bytes: Uint8Array, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let i = 0; i < offset; i++) {
    if (bytes[i] === 10) {
      line++;
      start = i + 1;
    }
  }
  return { line, column: offset - start + 1 };
}
