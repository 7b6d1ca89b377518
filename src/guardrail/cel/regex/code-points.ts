import type { CodePoints } from "./re2-syntax.ts";

/** The last code point. */
export const lastCodePoint = 0x10ffff;

/** Sorts ranges and joins those that touch. */
export function normalise(ranges: CodePoints): CodePoints {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const [low, high] of sorted) {
    const last = joined.at(-1);
    if (last && low <= last[1] + 1) last[1] = Math.max(last[1], high);
    else joined.push([low, high]);
  }
  return joined;
}

/** Every code point that is not in a set. */
export function complement(set: CodePoints): CodePoints {
  const outside: [number, number][] = [];
  let next = 0;
  for (const [low, high] of normalise(set)) {
    if (low > next) outside.push([next, low - 1]);
    next = high + 1;
  }
  if (next <= lastCodePoint) outside.push([next, lastCodePoint]);
  return outside;
}

/** Whether a set has a code point. */
export function hasCodePoint(set: CodePoints, codePoint: number): boolean {
  for (const [low, high] of set) {
    if (codePoint < low) return false;
    if (codePoint <= high) return true;
  }
  return false;
}

// Beyond ASCII, "k" also folds to the Kelvin sign and "s" to the long s.
const oddFolds: readonly (readonly [string, number])[] = [
  ["kK", 0x212a],
  ["sS", 0x17f],
];
const widest = 0x400;

/** The set with both cases of every letter. Ranges of more than 1024 code points gain their ASCII letters only. */
export function foldCase(set: CodePoints): CodePoints {
  const ranges: [number, number][] = set.map(([low, high]) => [low, high]);
  const add = (text: string) => {
    const codePoint = text.codePointAt(0) ?? 0;
    if (String.fromCodePoint(codePoint) === text) ranges.push([codePoint, codePoint]);
  };
  for (const [low, high] of set) {
    const [from, to] = high - low > widest ? [Math.max(low, 0x41), Math.min(high, 0x7a)] : [low, high];
    for (let codePoint = from; codePoint <= to; codePoint++) {
      const text = String.fromCodePoint(codePoint);
      add(text.toLowerCase());
      add(text.toUpperCase());
    }
  }
  for (const [letters, odd] of oddFolds) {
    const members = [...letters].map((letter) => letter.codePointAt(0) ?? 0);
    if (members.some((member) => hasCodePoint(normalise(ranges), member))) ranges.push([odd, odd]);
  }
  return normalise(ranges);
}

const properties = new Map<string, CodePoints | undefined>();

/** The code points of a Unicode general category or script (`L`, `Lu`, `Greek`); undefined where there is none. */
export function unicodeProperty(name: string): CodePoints | undefined {
  if (properties.has(name)) return properties.get(name);
  let set: CodePoints | undefined;
  for (const property of [`General_Category=${name}`, `Script=${name}`]) {
    try {
      const test = new RegExp(`^\\p{${property}}$`, "u");
      set = scan((codePoint) => test.test(String.fromCodePoint(codePoint)));
      break;
    } catch {
      // JavaScript knows no such category or script; the next form may be known.
    }
  }
  properties.set(name, set);
  return set;
}

function scan(belongs: (codePoint: number) => boolean): CodePoints {
  const ranges: [number, number][] = [];
  for (let codePoint = 0; codePoint <= lastCodePoint; codePoint++) {
    if (!belongs(codePoint)) continue;
    const last = ranges.at(-1);
    if (last && last[1] === codePoint - 1) last[1] = codePoint;
    else ranges.push([codePoint, codePoint]);
  }
  return ranges;
}
