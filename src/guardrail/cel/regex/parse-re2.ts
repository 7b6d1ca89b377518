import { complement, foldCase, lastCodePoint, normalise, unicodeProperty } from "./code-points.ts";
import { digit, posix, space, word } from "./named-classes.ts";
import { type CodePoints, type Re2Node, Re2SyntaxError } from "./re2-syntax.ts";

interface Flags {
  ignoreCase: boolean;
  multiline: boolean;
  dotAll: boolean;
  ungreedy: boolean;
}

const controls: Readonly<Record<string, number>> = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 };
/** Go's limit on a counted repetition. */
const maxRepeat = 1000;
const maxNesting = 1000;

/**
 * Parses a regular expression in RE2's syntax as Go's regexp package does; look-around and back references are
 * errors. https://github.com/google/re2/wiki/Syntax
 */
export function parseRe2(source: string): Re2Node {
  const parser = new Re2Parser(source);
  return parser.parseAll();
}

class Re2Parser {
  readonly #source: string;
  #at = 0;
  #depth = 0;
  #flags: Flags = { ignoreCase: false, multiline: false, dotAll: false, ungreedy: false };

  constructor(source: string) {
    this.#source = source;
  }

  parseAll(): Re2Node {
    const node = this.#alternation();
    if (this.#at < this.#source.length) throw new Re2SyntaxError("unexpected )", this.#source);
    return node;
  }

  #peek(text: string): boolean {
    return this.#source.startsWith(text, this.#at);
  }

  #take(text: string): boolean {
    if (!this.#peek(text)) return false;
    this.#at += text.length;
    return true;
  }

  #next(): number {
    const codePoint = this.#source.codePointAt(this.#at);
    if (codePoint === undefined) throw new Re2SyntaxError("trailing backslash at end of expression", "");
    this.#at += codePoint > 0xffff ? 2 : 1;
    return codePoint;
  }

  #alternation(): Re2Node {
    if (++this.#depth > maxNesting) throw new Re2SyntaxError("expression nests too deeply", this.#source);
    const choices = [this.#concatenation()];
    while (this.#take("|")) choices.push(this.#concatenation());
    this.#depth--;
    return choices.length === 1 && choices[0] ? choices[0] : { kind: "alternate", choices };
  }

  #concatenation(): Re2Node {
    const parts: Re2Node[] = [];
    while (this.#at < this.#source.length && !this.#peek("|") && !this.#peek(")")) {
      if (this.#take("\\Q")) {
        const end = this.#source.indexOf("\\E", this.#at);
        const quoted = this.#source.slice(this.#at, end === -1 ? undefined : end);
        this.#at = end === -1 ? this.#source.length : end + 2;
        for (const character of quoted) parts.push(this.#set([only(character.codePointAt(0) ?? 0)]));
        continue;
      }
      const atom = this.#atom();
      if (atom) parts.push(this.#repeated(atom));
    }
    if (parts.length === 1 && parts[0]) return parts[0];
    return parts.length === 0 ? { kind: "empty" } : { kind: "concat", parts };
  }

  #set(set: CodePoints): Re2Node {
    return { kind: "set", set: this.#flags.ignoreCase ? foldCase(normalise(set)) : normalise(set) };
  }

  #atom(): Re2Node | undefined {
    const start = this.#at;
    const codePoint = this.#next();
    switch (String.fromCodePoint(codePoint)) {
      case "(":
        return this.#group(start);
      case "[":
        return this.#bracket(start);
      case ".":
        return { kind: "set", set: this.#flags.dotAll ? [[0, lastCodePoint]] : complement([only(10)]) };
      case "^":
        return { kind: "assert", what: this.#flags.multiline ? "lineStart" : "textStart" };
      case "$":
        return { kind: "assert", what: this.#flags.multiline ? "lineEnd" : "textEnd" };
      case "\\":
        return this.#escape();
      case "*":
      case "+":
      case "?":
        throw new Re2SyntaxError(
          "missing argument to repetition operator",
          this.#source.slice(start, this.#at),
        );
      default:
        return this.#set([only(codePoint)]);
    }
  }

  #escape(): Re2Node {
    if (this.#take("A")) return { kind: "assert", what: "textStart" };
    if (this.#take("z")) return { kind: "assert", what: "textEnd" };
    if (this.#take("b")) return { kind: "assert", what: "wordBoundary" };
    if (this.#take("B")) return { kind: "assert", what: "noWordBoundary" };
    const shared = this.#classEscape();
    return shared ? this.#set(shared) : this.#set([only(this.#escapedCodePoint())]);
  }

  /** `\d`, `\pL` … after the backslash; undefined, with nothing taken, for any other escape. */
  #classEscape(): CodePoints | undefined {
    const letter = this.#source[this.#at] ?? "";
    const perl = { d: digit, w: word, s: space }[letter.toLowerCase()];
    if (perl) {
      this.#at++;
      return letter === letter.toLowerCase() ? perl : complement(perl);
    }
    if (letter !== "p" && letter !== "P") return undefined;
    const start = this.#at - 1;
    const match = /[pP](?:\{(\^?)([A-Za-z_]+)\}|([A-Z]))/y;
    match.lastIndex = this.#at;
    const found = match.exec(this.#source);
    const set = found ? unicodeProperty(found[2] ?? found[3] ?? "") : undefined;
    if (!found || !set)
      throw new Re2SyntaxError("invalid character class range", this.#source.slice(start, start + 8));
    this.#at = match.lastIndex;
    return (letter === "P") !== (found[1] === "^") ? complement(set) : set;
  }

  #escapedCodePoint(): number {
    const start = this.#at - 1;
    const rest = this.#source.slice(this.#at);
    const hex = /^x(?:\{([0-9A-Fa-f]{1,8})\}|([0-9A-Fa-f]{2}))/.exec(rest);
    if (hex) {
      this.#at += hex[0].length;
      const codePoint = Number.parseInt(hex[1] ?? hex[2] ?? "", 16);
      if (codePoint <= lastCodePoint) return codePoint;
      throw new Re2SyntaxError("invalid escape sequence", hex[0]);
    }
    const octal = /^(?:0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(rest);
    if (octal) {
      this.#at += octal[0].length;
      return Number.parseInt(octal[0], 8);
    }
    const codePoint = this.#next();
    const letter = String.fromCodePoint(codePoint);
    if (Object.hasOwn(controls, letter)) return controls[letter] ?? 0;
    if (codePoint < 128 && !/[0-9A-Za-z]/.test(letter)) return codePoint;
    throw new Re2SyntaxError("invalid escape sequence", this.#source.slice(start, this.#at));
  }

  #group(start: number): Re2Node | undefined {
    const outer = this.#flags;
    if (this.#take("?")) {
      const name = /P?<([^>]*)>/y;
      name.lastIndex = this.#at;
      const named = name.exec(this.#source);
      if (named && !/^[=!]/.test(named[1] ?? "")) {
        if (!/^\w+$/.test(named[1] ?? "")) throw new Re2SyntaxError("invalid named capture", `(?${named[0]}`);
        this.#at = name.lastIndex;
      } else {
        const flags = /([imsU]*)(-[imsU]+)?([:)])/y;
        flags.lastIndex = this.#at;
        const found = flags.exec(this.#source);
        if (!found || found[0] === ")") {
          throw new Re2SyntaxError(
            "invalid or unsupported Perl syntax",
            this.#source.slice(start, this.#at + 1),
          );
        }
        this.#at = flags.lastIndex;
        this.#flags = withFlags(outer, found[1] ?? "", (found[2] ?? "").slice(1));
        // (?i) holds to the end of the group it stands in.
        if (found[3] === ")") return undefined;
      }
    }
    const node = this.#alternation();
    if (!this.#take(")")) throw new Re2SyntaxError("missing closing )", this.#source);
    this.#flags = outer;
    return node.kind === "concat" || node.kind === "alternate" ? node : { kind: "concat", parts: [node] };
  }

  #bracket(start: number): Re2Node {
    const negated = this.#take("^");
    const ranges: (readonly [number, number])[] = [];
    let first = true;
    for (;;) {
      if (this.#at >= this.#source.length) {
        throw new Re2SyntaxError("missing closing ]", this.#source.slice(start));
      }
      if (!first && this.#take("]")) break;
      first = false;
      const named = /\[:(\^?)(\w+):\]/y;
      named.lastIndex = this.#at;
      const found = named.exec(this.#source);
      if (found) {
        const set = Object.hasOwn(posix, found[2] ?? "") ? posix[found[2] ?? ""] : undefined;
        if (!set) throw new Re2SyntaxError("invalid character class range", found[0]);
        this.#at = named.lastIndex;
        ranges.push(...(found[1] === "^" ? complement(set) : set));
        continue;
      }
      const from = this.#at;
      const low = this.#bracketMember();
      if (typeof low !== "number") {
        ranges.push(...low);
        continue;
      }
      let high = low;
      if (this.#peek("-") && !this.#peek("-]") && this.#at + 1 < this.#source.length) {
        this.#at++;
        const upper = this.#bracketMember();
        if (typeof upper !== "number" || upper < low) {
          throw new Re2SyntaxError("invalid character class range", this.#source.slice(from, this.#at));
        }
        high = upper;
      }
      ranges.push([low, high]);
    }
    const set = this.#flags.ignoreCase ? foldCase(normalise(ranges)) : normalise(ranges);
    return { kind: "set", set: negated ? complement(set) : set };
  }

  #bracketMember(): number | CodePoints {
    const codePoint = this.#next();
    if (codePoint !== 92) return codePoint;
    return this.#classEscape() ?? this.#escapedCodePoint();
  }

  #repeated(atom: Re2Node): Re2Node {
    let node = atom;
    let repeatedFrom: number | undefined;
    for (;;) {
      const from = this.#at;
      const bounds = this.#bounds();
      if (!bounds) return node;
      const greedy = this.#take("?") === this.#flags.ungreedy;
      if (repeatedFrom !== undefined) {
        throw new Re2SyntaxError(
          "invalid nested repetition operator",
          this.#source.slice(repeatedFrom, this.#at),
        );
      }
      repeatedFrom = from;
      node = { kind: "repeat", part: node, min: bounds[0], max: bounds[1], greedy };
    }
  }

  #bounds(): readonly [number, number] | undefined {
    if (this.#take("*")) return [0, Number.POSITIVE_INFINITY];
    if (this.#take("+")) return [1, Number.POSITIVE_INFINITY];
    if (this.#take("?")) return [0, 1];
    const counted = /\{(\d+)(?:(,)(\d*))?\}/y;
    counted.lastIndex = this.#at;
    const found = counted.exec(this.#source);
    // A brace that counts nothing is a literal.
    if (!found) return undefined;
    const min = Number(found[1]);
    const max = found[2] === undefined ? min : found[3] === "" ? Number.POSITIVE_INFINITY : Number(found[3]);
    if (min > maxRepeat || (Number.isFinite(max) && (max > maxRepeat || max < min))) {
      throw new Re2SyntaxError("invalid repeat count", found[0]);
    }
    this.#at = counted.lastIndex;
    return [min, max];
  }
}

function only(codePoint: number): readonly [number, number] {
  return [codePoint, codePoint];
}

function withFlags(flags: Flags, on: string, off: string): Flags {
  const set = (letter: string, before: boolean) => (on.includes(letter) || before) && !off.includes(letter);
  return {
    ignoreCase: set("i", flags.ignoreCase),
    multiline: set("m", flags.multiline),
    dotAll: set("s", flags.dotAll),
    ungreedy: set("U", flags.ungreedy),
  };
}
