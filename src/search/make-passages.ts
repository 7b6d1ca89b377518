import { everydayWords } from "../diagnosis/everyday-words.ts";
import { wordsOf } from "../diagnosis/words.ts";
import type { PageText } from "./index-format.ts";

/** A piece of a passage, and whether it is one of the words searched for. */
export interface PassagePiece {
  text: string;
  marked: boolean;
}

/** A part of a page in which words were found. */
export interface Passage {
  /** Title of the part. */
  title: string;
  /** Address of the part below the base path; browsers that can mark the first word found on arrival. */
  path: string;
  pieces: readonly PassagePiece[];
}

/** Words shown of a passage. */
const passageLength = 32;

/**
 * Finds the passages of a page that hold most of the words: one a section, best first, each cut to where the words stand closest.
 * Takes the words in the form of the index. What stands before the first section repeats title and summary and is left out.
 */
export function makePassages(page: PageText, marked: ReadonlySet<string>, most: number): Passage[] {
  const words = page.content.split(/\s+/);
  const telling = [...marked].some((word) => !everydayWords.has(word))
    ? new Set([...marked].filter((word) => !everydayWords.has(word)))
    : marked;
  const forms = words.map((word) => formsIn(word, telling));
  return page.sections
    .map(([start, id, title], place) => {
      const end = page.sections[place + 1]?.[0] ?? words.length;
      const window = bestWindow(forms, afterTitle(words, start, title), end);
      return { ...window, id, title, end };
    })
    .filter(({ found }) => found > 0)
    .sort((a, b) => b.found - a.found || a.from - b.from)
    .slice(0, most)
    .map(({ id, title, from, end, first }) => ({
      title,
      path: `${page.path}#${id}:~:text=${encodeURIComponent(bare(words[first] ?? ""))}`,
      pieces: pieces(words, forms, from, Math.min(from + passageLength, end)),
    }));
}

/** Where the text of a part begins: its title, which is shown by itself, is not repeated. */
function afterTitle(words: readonly string[], start: number, title: string): number {
  const end = start + title.trim().split(/\s+/).length;
  return words.slice(start, end).join(" ") === title.trim() ? end : start;
}

/** The words searched for that a word of the text stands for. */
function formsIn(word: string, marked: ReadonlySet<string>): string[] {
  return wordsOf(word)
    .map(({ term }) => term)
    .filter((term) => marked.has(term));
}

/** Where in a section most different words stand together. */
function bestWindow(
  forms: readonly (readonly string[])[],
  start: number,
  end: number,
): { from: number; found: number; first: number } {
  const places: number[] = [];
  for (let at = start; at < end; at++) if ((forms[at]?.length ?? 0) > 0) places.push(at);
  let best = { from: start, found: 0, first: start };
  for (const [number, place] of places.entries()) {
    const different = new Set<string>();
    for (let next = number; next < places.length && (places[next] ?? 0) < place + passageLength - 6; next++)
      for (const form of forms[places[next] ?? 0] ?? []) different.add(form);
    if (different.size > best.found)
      best = { from: Math.max(start, place - 6), found: different.size, first: place };
  }
  return best;
}

function pieces(
  words: readonly string[],
  forms: readonly (readonly string[])[],
  from: number,
  to: number,
): PassagePiece[] {
  const result: PassagePiece[] = [];
  const add = (text: string, marked: boolean) => {
    const last = result.at(-1);
    if (last && last.marked === marked) last.text += text;
    else result.push({ text, marked });
  };
  if (from > 0) add("… ", false);
  for (let at = from; at < to; at++) {
    if (at > from) add(" ", false);
    add(words[at] ?? "", (forms[at]?.length ?? 0) > 0);
  }
  if (to < words.length) add(" …", false);
  return result;
}

/** A word without the punctuation around it. */
function bare(word: string): string {
  return word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}
