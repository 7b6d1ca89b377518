import { seeded } from "./mutate/seeded.ts";

/** Bytes that YAML, UTF-8 and this checker may trip over. */
const nasty = [
  ..."\n\n\r\t  ::--#'\"{}[],&*!|>%@`?\\=~<0123456789.eE+_xo",
  "\n---\n",
  "\n...\n",
  "- ",
  ": ",
  " #",
  "<<: *a",
  "&a ",
  "*a",
  "!!int ",
  "|2-\n",
  ">+\n",
  "__proto__: ",
  "constructor: ",
  "\u0000",
  "\u0007",
  "\u0085",
  "\u2028",
  "\ufeff",
  "\ud83d\ude00",
  "9".repeat(400),
  "[".repeat(50),
  "{a: ".repeat(30),
  "- ".repeat(40),
  '"\\u12',
  "1e999",
  "-9223372036854775809",
  "{{ .Values.x }}",
];

/**
 * Texts made of others by cutting, repeating, swapping and inserting, as bytes that need not be text at all.
 * @param texts what to start from
 * @param total how many bytes to make, at least
 * @param seed the same one makes the same bytes
 */
export function* fuzzed(texts: readonly string[], total: number, seed: number): Generator<Uint8Array> {
  const random = seeded(seed);
  const upTo = (limit: number) => Math.floor(random() * limit);
  const encoder = new TextEncoder();
  let made = 0;
  while (made < total) {
    let text = texts[upTo(texts.length)] ?? "";
    const start = upTo(text.length);
    text = text.slice(start, start + 200 + upTo(3000));
    for (let edits = 1 + upTo(12); edits > 0; edits--) {
      const at = upTo(text.length + 1);
      const length = upTo(30);
      const piece = text.slice(at, at + length);
      switch (upTo(5)) {
        case 0:
          text = text.slice(0, at) + text.slice(at + length);
          break;
        case 1:
          text = text.slice(0, at) + piece.repeat(1 + upTo(20)) + text.slice(at);
          break;
        case 2: {
          const other = upTo(text.length + 1);
          text = text.slice(0, other) + piece + text.slice(other);
          break;
        }
        default:
          text = text.slice(0, at) + (nasty[upTo(nasty.length)] ?? "") + text.slice(at);
      }
    }
    const bytes = encoder.encode(text);
    // Now and then single bytes are turned over, so that the text is no UTF-8 any more.
    if (upTo(8) === 0) for (let flips = upTo(4); flips >= 0; flips--) bytes[upTo(bytes.length)] = upTo(256);
    made += bytes.length;
    yield bytes;
  }
}
