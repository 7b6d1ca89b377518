import type { Finding } from "../finding/finding.ts";
import { makeFinding } from "../finding/make-finding.ts";

/**
 * Turns the bytes of a file into text, or says why they are none: UTF-16 or another encoding (`file-not-utf8`),
 * NUL bytes (`file-binary`), nothing at all (`file-empty`). A UTF-8 byte order mark is taken off, as kubectl does.
 */
export function decodeText(bytes: Uint8Array, file: string): { text?: string; findings: Finding[] } {
  const at = { line: 1, column: 1 };
  if (bytes.length === 0) {
    const message = "The file is empty.";
    return {
      findings: [makeFinding({ code: "file-empty", file, at, message, fix: "Fill it or delete it." })],
    };
  }
  const utf16 = utf16Name(bytes);
  if (utf16) {
    const message = `The file is encoded as ${utf16}; Kubernetes and this library read UTF-8.`;
    const fix = "Save it as UTF-8 in your editor.";
    return { findings: [makeFinding({ code: "file-not-utf8", file, at, message, fix })] };
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    const message = `The file is not text: byte ${nul + 1} is NUL.`;
    const fix = "Take the file out, or replace it by the text it was meant to be.";
    return { findings: [makeFinding({ code: "file-binary", file, at, message, fix })] };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), findings: [] };
  } catch {
    const { offset, line, column } = firstBadByte(bytes);
    const value = bytes[offset]?.toString(16).toUpperCase().padStart(2, "0") ?? "";
    const message = `Byte ${offset + 1} of the file (0x${value}) is not UTF-8.`;
    const fix = "Save it as UTF-8 in your editor.";
    return { findings: [makeFinding({ code: "file-not-utf8", file, at: { line, column }, message, fix })] };
  }
}

function utf16Name(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "UTF-16 (little endian)";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "UTF-16 (big endian)";
  return undefined;
}

/** The longest prefix that decodes ends at the first bad byte; halving finds it. */
function firstBadByte(bytes: Uint8Array): { offset: number; line: number; column: number } {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    // `stream` forgives a character cut in half at the end of the prefix.
    if (decodes(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  const before = new TextDecoder("utf-8").decode(bytes.subarray(0, good), { stream: true });
  const lines = before.split(/\r\n|\r|\n/);
  return { offset: bad - 1, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
