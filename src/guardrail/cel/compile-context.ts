import type { Activation } from "./activation.ts";
import type { StaticType } from "./cel-types.ts";
import type { CelValue } from "./cel-value.ts";
import type { Expression } from "./expression.ts";
import type { FunctionLibrary } from "./function-library.ts";

/** Computes a value; throws a CelError. */
export type Run = (activation: Activation) => CelValue;

/** A compiled part of an expression. */
export interface Compiled {
  type: StaticType;
  run: Run;
}

/** A compiled expression. */
export interface CompiledExpression extends Compiled {
  /** The root variables it names; `variables` stands for all of the policy's own. */
  reads: ReadonlySet<string>;
}

/** What expressions may name: root variables with their types, the policy's variables so far, functions. */
export interface CelEnvironment {
  readonly roots: Readonly<Record<string, StaticType>>;
  /** Types of `variables.<name>`; undefined where the expression may not use them. */
  readonly variables: ReadonlyMap<string, StaticType> | undefined;
  readonly functions: FunctionLibrary;
}

/** Comprehension variables in sight, innermost first. */
export interface Local {
  readonly name: string;
  readonly type: StaticType;
  readonly slot: number;
  readonly outer: Local | undefined;
}

/** Where an expression is compiled: the environment, the local variables, and how its parts are compiled. */
export interface Scope {
  readonly environment: CelEnvironment;
  readonly locals: Local | undefined;
  readonly compile: (expression: Expression, scope: Scope) => Compiled;
  /** Whether literals may mix types: inside the arguments of `format`. */
  readonly mixedLiterals: boolean;
  /** Collects the root variables that are named. */
  readonly reads: Set<string>;
}

/** The local variable of a name, or undefined. */
export function findLocal(scope: Scope, name: string): Local | undefined {
  let local = scope.locals;
  while (local && local.name !== name) local = local.outer;
  return local;
}

/** The dotted name an expression spells (`a.b.c`), unless its first part is a local variable. */
export function dottedName(expression: Expression, scope: Scope): string | undefined {
  if (expression.kind === "identifier") {
    return findLocal(scope, expression.name) ? undefined : expression.name;
  }
  if (expression.kind !== "select" || expression.optional || expression.test) return undefined;
  const before = dottedName(expression.operand, scope);
  return before === undefined ? undefined : `${before}.${expression.field}`;
}
