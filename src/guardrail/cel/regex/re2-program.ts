import { hasCodePoint } from "./code-points.ts";
import { type Assertion, type CodePoints, type Re2Node, Re2SyntaxError } from "./re2-syntax.ts";

type Instruction =
  | { readonly op: "set"; readonly set: CodePoints }
  | { readonly op: "assert"; readonly what: Assertion }
  /** Goes on at both places, the first preferred. */
  | { readonly op: "split"; first: number; second: number }
  | { readonly op: "jump"; to: number }
  | { readonly op: "match" };

/** Go refuses programs that are far larger; this many steps still run in bounded time. */
const maxInstructions = 50_000;

/**
 * A regular expression as a program for a machine that runs all alternatives side by side (Pike's VM), so that time
 * grows with text × program and never explodes. https://swtch.com/~rsc/regexp/regexp2.html
 */
export class Re2Program {
  readonly #code: Instruction[] = [];

  constructor(node: Re2Node) {
    this.#emit(node);
    this.#add({ op: "match" });
  }

  #add(instruction: Instruction): number {
    if (this.#code.length >= maxInstructions) throw new Re2SyntaxError("expression too large", "");
    this.#code.push(instruction);
    return this.#code.length - 1;
  }

  #emit(node: Re2Node): void {
    switch (node.kind) {
      case "empty":
        return;
      case "set":
        this.#add({ op: "set", set: node.set });
        return;
      case "assert":
        this.#add({ op: "assert", what: node.what });
        return;
      case "concat":
        for (const part of node.parts) this.#emit(part);
        return;
      case "alternate":
        this.#emitChoices(node.choices);
        return;
      case "repeat":
        this.#emitRepeat(node);
    }
  }

  #emitChoices(choices: readonly Re2Node[]): void {
    const jumps: { op: "jump"; to: number }[] = [];
    for (const [i, choice] of choices.entries()) {
      if (i === choices.length - 1) {
        this.#emit(choice);
        break;
      }
      const split = { op: "split" as const, first: 0, second: 0 };
      split.first = this.#add(split) + 1;
      this.#emit(choice);
      const jump = { op: "jump" as const, to: 0 };
      this.#add(jump);
      jumps.push(jump);
      split.second = this.#code.length;
    }
    for (const jump of jumps) jump.to = this.#code.length;
  }

  #emitRepeat({ part, min, max, greedy }: Re2Node & { kind: "repeat" }): void {
    for (let i = 0; i < min; i++) this.#emit(part);
    const fork = () => {
      const split = { op: "split" as const, first: 0, second: 0 };
      const at = this.#add(split);
      const join = (end: number) => {
        split.first = greedy ? at + 1 : end;
        split.second = greedy ? end : at + 1;
      };
      return { at, join };
    };
    if (max === Number.POSITIVE_INFINITY) {
      const { at, join } = fork();
      this.#emit(part);
      this.#add({ op: "jump", to: at });
      join(this.#code.length);
      return;
    }
    const joins: ((end: number) => void)[] = [];
    for (let i = min; i < max; i++) {
      joins.push(fork().join);
      this.#emit(part);
    }
    for (const join of joins) join(this.#code.length);
  }

  /**
   * The leftmost match at or after an index of a text given as code points, preferring as Perl does: the first
   * alternative, the longest greedy repetition. Undefined where there is none.
   */
  find(text: readonly number[], from: number): { start: number; end: number } | undefined {
    let current: { pc: number; start: number }[] = [];
    let found: { start: number; end: number } | undefined;
    for (let at = from; at <= text.length; at++) {
      const seen = new Set<number>();
      const active: { pc: number; start: number }[] = [];
      for (const thread of current) this.#follow(thread.pc, thread.start, text, at, seen, active);
      if (!found) this.#follow(0, at, text, at, seen, active);
      if (active.length === 0 && found) break;
      const next: { pc: number; start: number }[] = [];
      for (const { pc, start } of active) {
        const instruction = this.#code[pc];
        if (instruction?.op === "match") {
          found = { start, end: at };
          // Threads after this one are less preferred.
          break;
        }
        if (instruction?.op === "set" && at < text.length && hasCodePoint(instruction.set, text[at] ?? -1)) {
          next.push({ pc: pc + 1, start });
        }
      }
      current = next;
      if (current.length === 0 && found) break;
    }
    return found;
  }

  /** Adds the threads reachable from a place without taking a character, in order of preference. */
  #follow(
    from: number,
    start: number,
    text: readonly number[],
    at: number,
    seen: Set<number>,
    threads: { pc: number; start: number }[],
  ): void {
    const pending = [from];
    for (let pc = pending.pop(); pc !== undefined; pc = pending.pop()) {
      if (seen.has(pc)) continue;
      seen.add(pc);
      const instruction = this.#code[pc];
      if (instruction?.op === "jump") pending.push(instruction.to);
      else if (instruction?.op === "split") pending.push(instruction.second, instruction.first);
      else if (instruction?.op === "assert") {
        if (holdsAt(instruction.what, text, at)) pending.push(pc + 1);
      } else threads.push({ pc, start });
    }
  }
}

function holdsAt(what: Assertion, text: readonly number[], at: number): boolean {
  switch (what) {
    case "textStart":
      return at === 0;
    case "textEnd":
      return at === text.length;
    case "lineStart":
      return at === 0 || text[at - 1] === 10;
    case "lineEnd":
      return at === text.length || text[at] === 10;
    default:
      return (isWord(text[at - 1]) !== isWord(text[at])) === (what === "wordBoundary");
  }
}

function isWord(codePoint: number | undefined): boolean {
  return codePoint !== undefined && codePoint < 128 && /\w/.test(String.fromCharCode(codePoint));
}
