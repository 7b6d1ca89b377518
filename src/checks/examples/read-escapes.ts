/** \repeat{text}{times}, \u{202e}, \xff, \0 */
const escapes = /\\repeat\{([^}]*)\}\{(\d+)\}|\\u\{([0-9a-f]+)\}|\\x([0-9a-f]{2})|\\0/g;

/**
 * What a page cannot hold itself: \0, \xff (one byte), \u{202e} (a character) and \repeat{a}{3000000}, whose text may
 * hold escapes too. Gives one character per byte, but for \u{...}.
 */
export function readEscapes(body: string): string {
  return body.replace(escapes, (_whole, text?: string, count?: string, point?: string, byte?: string) =>
    text !== undefined
      ? readEscapes(text).repeat(Number(count))
      : String.fromCodePoint(Number.parseInt(point ?? byte ?? "0", 16)),
  );
}

/**
 * Where a stretch of a line that was read stands in the line as it is written: columns from 0, the end exclusive. A
 * stretch that starts or ends inside of an escape takes in the whole of it.
 */
export function placeInEscapes(written: string, start: number, end: number): { start: number; end: number } {
  const place = { start: written.length, end: written.length };
  let read = 0;
  for (const { text, at } of pieces(written)) {
    const length = readEscapes(text).length;
    const whole = length !== text.length;
    if (start >= read && start < read + length) place.start = whole ? at : at + start - read;
    if (end > read && end <= read + length) place.end = whole ? at + text.length : at + end - read;
    read += length;
  }
  return place;
}

/** A line in its escapes and what stands between them. */
function pieces(written: string): { text: string; at: number }[] {
  const found = [];
  let done = 0;
  for (const { 0: text, index } of written.matchAll(escapes)) {
    if (index > done) found.push({ text: written.slice(done, index), at: done });
    found.push({ text, at: index });
    done = index + text.length;
  }
  return [...found, { text: written.slice(done), at: done }];
}

/** What the escapes of a text stand for, each once, in words, with code in backticks; empty where there are none. */
export function explainEscapes(body: string): { written: string; meaning: string }[] {
  return [...new Map([...body.matchAll(escapes)].map((match) => [match[0], match]))].map(
    ([written, [, text, count, point, byte]]) => ({
      written,
      meaning:
        text !== undefined
          ? `\`${text}\`, ${Number(count).toLocaleString("en")} times`
          : point !== undefined
            ? `the character U+${point.toUpperCase().padStart(4, "0")}`
            : `the byte ${(byte ?? "00").toUpperCase()}`,
    }),
  );
}
