import { parseRe2 } from "./parse-re2.ts";
import { Re2Program } from "./re2-program.ts";
import { toJavaScript } from "./to-javascript.ts";

/** Longest text given to JavaScript's own engine; longer ones run on the machine that is always linear. */
const maxBacktrackedLength = 4096;

/**
 * A regular expression with Go's syntax and meaning (RE2), whose time grows with the length of the text and never
 * explodes. Throws a Re2SyntaxError where Go would refuse it.
 */
export class Re2 {
  readonly #native: RegExp | undefined;
  readonly #program: Re2Program;

  constructor(source: string) {
    const node = parseRe2(source);
    this.#program = new Re2Program(node);
    this.#native = toJavaScript(node);
  }

  /** Whether the text contains a match. */
  matches(text: string): boolean {
    if (this.#native && text.length <= maxBacktrackedLength) {
      this.#native.lastIndex = 0;
      return this.#native.test(text);
    }
    return this.#program.find(codePoints(text), 0) !== undefined;
  }

  /** The matches from the left, without overlap; at most `limit` where it is not negative. Go's FindAllString. */
  findAll(text: string, limit: number): string[] {
    const points = codePoints(text);
    const matches: string[] = [];
    let at = 0;
    let previousEnd = -1;
    while (at <= points.length && (limit < 0 || matches.length < limit)) {
      const found = this.#program.find(points, at);
      if (!found) break;
      // An empty match right after a match does not count.
      const counts = found.end > found.start || found.start !== previousEnd;
      if (counts) matches.push(String.fromCodePoint(...points.slice(found.start, found.end)));
      previousEnd = found.end;
      at = found.end > at ? found.end : at + 1;
    }
    return matches;
  }
}

function codePoints(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

const compiled = new Map<string, Re2>();
const maxKept = 500;

/** A compiled expression, kept for the next time. Throws a Re2SyntaxError. */
export function re2(source: string): Re2 {
  let regex = compiled.get(source);
  if (!regex) {
    if (compiled.size >= maxKept) compiled.clear();
    regex = new Re2(source);
    compiled.set(source, regex);
  }
  return regex;
}
