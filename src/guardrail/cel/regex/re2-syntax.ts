/** A set of code points as sorted, disjoint, inclusive ranges. */
export type CodePoints = readonly (readonly [number, number])[];

/** A parsed RE2 expression. */
export type Re2Node =
  | { readonly kind: "empty" }
  | { readonly kind: "set"; readonly set: CodePoints }
  | { readonly kind: "concat"; readonly parts: readonly Re2Node[] }
  | { readonly kind: "alternate"; readonly choices: readonly Re2Node[] }
  | {
      readonly kind: "repeat";
      readonly part: Re2Node;
      readonly min: number;
      /** Infinity where there is no upper bound. */
      readonly max: number;
      readonly greedy: boolean;
    }
  | { readonly kind: "assert"; readonly what: Assertion };

/** A place in the text: `^` and `$` of the text or of a line, `\b` and `\B`. */
export type Assertion = "textStart" | "textEnd" | "lineStart" | "lineEnd" | "wordBoundary" | "noWordBoundary";

/** A regular expression that Go's regexp package would refuse; `message` says why in its words. */
export class Re2SyntaxError extends Error {
  constructor(reason: string, what: string) {
    super(`error parsing regexp: ${reason}${what === "" ? "" : `: \`${what}\``}`);
    this.name = "Re2SyntaxError";
  }
}
