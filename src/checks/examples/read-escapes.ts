/**
 * What a page cannot hold itself: \0, \xff (one byte), \u{202e} (a character) and \repeat{a}{3000000}. Gives one
 * character per byte, but for \u{...}.
 */
export function readEscapes(body: string): string {
  return body
    .replace(/\\repeat\{([^}]*)\}\{(\d+)\}/g, (_whole, text: string, count: string) =>
      text.repeat(Number(count)),
    )
    .replace(/\\u\{([0-9a-f]+)\}/g, (_whole, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, 16)),
    )
    .replace(/\\x([0-9a-f]{2})/g, (_whole, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    )
    .replace(/\\0/g, "\0");
}

/** What the escapes of a text stand for, each once, in words; empty where there are none. */
export function explainEscapes(body: string): { written: string; meaning: string }[] {
  const found = body.match(/\\repeat\{[^}]*\}\{\d+\}|\\u\{[0-9a-f]+\}|\\x[0-9a-f]{2}|\\0/g) ?? [];
  return [...new Set(found)].map((written) => ({ written, meaning: meaningOf(written) }));
}

function meaningOf(written: string): string {
  const repeated = /^\\repeat\{([^}]*)\}\{(\d+)\}$/.exec(written);
  if (repeated) return `${Number(repeated[2]).toLocaleString("en")} times \`${repeated[1]}\``;
  if (written.startsWith("\\u"))
    return `the character U+${written.slice(3, -1).toUpperCase().padStart(4, "0")}`;
  return `the byte ${written === "\\0" ? "00" : written.slice(2).toUpperCase()}`;
}
