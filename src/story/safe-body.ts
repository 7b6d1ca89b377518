import { decodeText } from "../yaml/decode-text.ts";
import { blankFrontMatter, parseProse } from "./parse-prose.ts";
import { splitFrontMatter } from "./parse-story.ts";
import { unsafeProse } from "./safe-prose.ts";

/** The body of a story as it may be compiled, in its place. Takes the bytes of the file. Throws where it is not safe. */
export function safeBody(bytes: Uint8Array, file: string): string {
  const { text } = decodeText(bytes, file);
  if (text === undefined) throw new Error(`${file}:1:1: this is not text. It is not compiled.`);
  const length = text.length - splitFrontMatter(text, file).body.length;
  const unsafe = unsafeProse(parseProse(text, length, file));
  if (unsafe) {
    const reason = unsafe.reason.replace(/\.$/, "");
    throw new Error(`${file}:${unsafe.line}:${unsafe.column}: ${reason}. It is not compiled.`);
  }
  return blankFrontMatter(text, length);
}
