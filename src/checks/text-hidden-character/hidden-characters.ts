/** A character that is not seen. */
export interface HiddenCharacter {
  offset: number;
  /** Length in the text, in UTF-16 code units. */
  length: number;
  codePoint: number;
  /** How it is written, where the text spells it as an escape or an entity. */
  escaped?: string;
  /** What it does. */
  what: string;
  /** Whether it is a control character, which YAML refuses by itself. */
  control: boolean;
}

/**
 * What makes a character hidden. Sources: Unicode's UTR #36 and #39 (https://www.unicode.org/reports/tr39/), and for the
 * first row "Trojan Source", https://trojansource.codes/.
 */
const kinds: { pattern: RegExp; what: string }[] = [
  {
    pattern: /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u,
    what: "which turns the direction of the text",
  },
  { pattern: /[\p{Cc}--[\t\n\r]]/v, what: "a control character" },
  { pattern: /[\u2028\u2029]/u, what: "a line break that most editors do not show" },
  { pattern: /[\u{e0000}-\u{e007f}]/u, what: "a tag, which carries text that nobody sees" },
  {
    pattern: /[\ufe00-\ufe0e]|[\u180b-\u180f]|[\u{e0100}-\u{e01ef}]/u,
    what: "which only changes how the character before it is drawn",
  },
  { pattern: /[\u115f\u1160\u3164\uffa0\u2800]|\u17b4|\u17b5/u, what: "a letter that is drawn as nothing" },
  { pattern: /\p{Cf}/u, what: "which has no width" },
  { pattern: /[\p{Noncharacter_Code_Point}\p{Cs}]/u, what: "which is no character" },
];

const escapes =
  /\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|x([0-9a-f]{2})|u\{([0-9a-f]{1,6})\})|&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lrm|rlm|zwj|zwnj|shy|ZeroWidthSpace|NoBreak|ApplyFunction|InvisibleTimes|InvisibleComma|NegativeThinSpace));/gi;
const named: Record<string, number> = {
  lrm: 0x200e,
  rlm: 0x200f,
  zwj: 0x200d,
  zwnj: 0x200c,
  shy: 0xad,
  zerowidthspace: 0x200b,
  nobreak: 0x2060,
  applyfunction: 0x2061,
  invisibletimes: 0x2062,
  invisiblecomma: 0x2063,
  negativethinspace: 0x200b,
};

/** Hidden characters of a text, themselves or as escapes that YAML, CEL or Markdown read, in their order. */
export function hiddenCharacters(text: string): HiddenCharacter[] {
  const found: HiddenCharacter[] = [];
  for (const { index, 0: character } of text.matchAll(/[^\x20-\x7e\t\n\r]/gu)) {
    const codePoint = character.codePointAt(0) ?? 0;
    const what = whatIsHidden(character);
    if (what === undefined || joinsPictures(text, index, codePoint)) continue;
    found.push({
      offset: index,
      length: character.length,
      codePoint,
      what,
      control: /\p{Cc}/u.test(character),
    });
  }
  for (const match of text.matchAll(escapes)) {
    const [escaped, ...groups] = match;
    const [decimal, name] = groups.slice(5);
    const hexadecimal = groups.slice(0, 5).find((digits) => digits !== undefined);
    const codePoint =
      hexadecimal !== undefined
        ? Number.parseInt(hexadecimal, 16)
        : decimal !== undefined
          ? Number(decimal)
          : (named[(name ?? "").toLowerCase()] ?? 0);
    if (codePoint > 0x10ffff) continue;
    const what = whatIsHidden(String.fromCodePoint(codePoint));
    if (what !== undefined)
      found.push({ offset: match.index, length: escaped.length, codePoint, escaped, what, control: false });
  }
  return found.sort((a, b) => a.offset - b.offset);
}

function whatIsHidden(character: string): string | undefined {
  return kinds.find(({ pattern }) => pattern.test(character))?.what;
}

/** A joiner between two pictures makes one of them, which is seen. */
function joinsPictures(text: string, index: number, codePoint: number): boolean {
  return (
    codePoint === 0x200d &&
    /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u.test(
      text.slice(Math.max(0, index - 2), index),
    ) &&
    /^\p{Extended_Pictographic}/u.test(text.slice(index + 1, index + 3))
  );
}
