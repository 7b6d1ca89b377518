import type { EngineDocument } from "./engine.ts";

/** Endings by which English forms of one word differ, after a doubled letter too: running, replies, availability. */
const ending =
  /^[dglmnprt]?(?:s|es|ed|ing|ings|er|ers|or|ors|ies|ied|ly|ation|ations|ion|ions|e|y|ment|ments|al|able|ility|ity|ness)?$/;

/**
 * The words of a query that a found page does not really hold. Pagefind takes a word it does not know for the longest
 * known word that it starts with ("aardvark" for "a"), in all pages alike, so looking at one found page tells whether a
 * word is known to the index at all.
 */
export function unknownWords(query: string, page: EngineDocument): string[] {
  const text = page.content.split(/[^\S\uFEFF]+/);
  const held = new Set(
    [...page.locations.map((location) => text[location] ?? ""), ...Object.values(page.meta)].flatMap(
      wordForms,
    ),
  );
  return query
    .split(/\s+/)
    .filter((word) => plain(word) !== "")
    .filter((word) => !partsOf(word).every((part) => isHeld(part, held)) && !isHeld(plain(word), held));
}

/** The ways in which a word of a page can be found: whole, and by the parts of dashed, dotted and camel-case words. */
function wordForms(text: string): string[] {
  return text.split(/\s+/).flatMap((word) => [plain(word), ...partsOf(word)]);
}

function partsOf(word: string): string[] {
  return word
    .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u)
    .map(plain)
    .filter((part) => part !== "");
}

function plain(word: string): string {
  return word
    .normalize("NFD")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
}

function isHeld(word: string, held: ReadonlySet<string>): boolean {
  if (held.has(word)) return true;
  for (const other of held) {
    const common = commonStart(word, other);
    if (common === word.length) return true;
    if (common >= Math.max(4, Math.ceil(word.length * 0.6)) && common >= other.length - 4) return true;
    if (common >= 3 && ending.test(word.slice(common)) && ending.test(other.slice(common))) return true;
  }
  return false;
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
