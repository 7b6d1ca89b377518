/**
 * Why an evaluation stopped. `runtime`: an error as the API server would meet it, so failurePolicy decides.
 * `offline`: the answer needs a cluster. `budget`: the expression costs more than it may.
 */
export type CelErrorKind = "runtime" | "offline" | "budget";

/** An error of a CEL expression at run time; `&&`, `||`, `all` and `exists` may absorb it. */
export class CelError extends Error {
  readonly kind: CelErrorKind;

  constructor(message: string, kind: CelErrorKind = "runtime") {
    super(message);
    this.name = "CelError";
    this.kind = kind;
  }
}

/** An expression that does not compile; offsets are UTF-16 code units in the expression. */
export class CelCompileError extends Error {
  readonly start: number;
  readonly end: number;

  constructor(message: string, start: number, end: number) {
    super(message);
    this.name = "CelCompileError";
    this.start = start;
    this.end = Math.max(start, end);
  }
}

/** The error cel-go gives where no overload of a function or operator takes the values at hand. */
export function noSuchOverload(): CelError {
  return new CelError("no such overload");
}
