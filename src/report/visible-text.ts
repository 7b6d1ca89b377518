/**
 * Text as a terminal may show it: control and formatting characters, which could move the cursor or reverse a line,
 * become visible signs. One character stays one character, so that columns keep their meaning; tabs stay.
 */
export function visibleText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (character === "\t") return character;
    return code < 32
      ? String.fromCodePoint(0x2400 + code)
      : code === 127
        ? "\u2421"
        : "\ufffd".repeat(character.length);
  });
}
