import type { Activation } from "./activation.ts";
import { add, divide, modulo, multiply, negate, subtract } from "./arithmetic.ts";
import { celCompare, celEquals } from "./cel-equality.ts";
import { CelCompileError, CelError, noSuchOverload } from "./cel-error.ts";
import { mapGet } from "./cel-map.ts";
import { agree, assignable, bool, dyn, mostGeneral, type StaticType, showType } from "./cel-types.ts";
import { type CelValue, isList, isMap } from "./cel-value.ts";
import type { Compiled, Run, Scope } from "./compile-context.ts";
import type { Expression } from "./expression.ts";
import { binaryResult, comparable } from "./operator-types.ts";

type Operator = Expression & { kind: "operator" };

const binary: Readonly<Record<string, (a: CelValue, b: CelValue) => CelValue>> = {
  "+": add,
  "-": subtract,
  "*": multiply,
  "/": divide,
  "%": modulo,
  "<": (a, b) => celCompare(a, b) < 0,
  "<=": (a, b) => celCompare(a, b) <= 0,
  ">": (a, b) => celCompare(a, b) > 0,
  ">=": (a, b) => celCompare(a, b) >= 0,
};

/** Compiles `&&`, `||`, `?:`, `!`, `-`, arithmetic, comparison, equality and `in`. */
export function compileOperator(expression: Operator, scope: Scope): Compiled {
  const { operator } = expression;
  const operands = expression.args.map((arg) => scope.compile(arg, scope));
  const [left, right, third] = operands as [Compiled, Compiled, Compiled];
  const types = operands.map((operand) => operand.type);
  const fault = (name: string) =>
    new CelCompileError(
      `found no matching overload for '${name}' applied to '(${types.map(showType).join(", ")})'`,
      expression.start,
      expression.end,
    );
  switch (operator) {
    case "&&":
    case "||":
      for (const [i, type] of types.entries()) wantBool(type, expression.args[i] ?? expression);
      return { type: bool, run: logical(left.run, right.run, operator === "||") };
    case "?:": {
      if (!assignable(bool, left.type) || !agree(right.type, third.type)) throw fault("_?_:_");
      return { type: mostGeneral(right.type, third.type), run: conditional(left.run, right.run, third.run) };
    }
    case "!_":
      if (!assignable(bool, left.type)) throw fault("!_");
      return { type: bool, run: not(left.run) };
    case "-_": {
      if (!["int", "double", "dyn", "free"].includes(left.type.kind)) throw fault("-_");
      return { type: left.type, run: (activation) => negate(left.run(activation)) };
    }
    case "==":
    case "!=": {
      if (!agree(left.type, right.type)) throw fault(`_${operator}_`);
      const wanted = operator === "==";
      return {
        type: bool,
        run: (activation) => {
          const a = left.run(activation);
          if (isList(a)) activation.spend(a.length);
          return celEquals(a, right.run(activation)) === wanted;
        },
      };
    }
    case "in":
      if (!mayContain(right.type, left.type)) throw fault("@in");
      return {
        type: bool,
        run: (activation) => contains(left.run(activation), right.run(activation), activation),
      };
    default: {
      const compute = binary[operator];
      const type = comparable.has(operator)
        ? binaryResult("<", left.type, right.type)
        : binaryResult(operator, left.type, right.type);
      if (!compute || !type) throw fault(`_${operator}_`);
      return {
        type,
        run: (activation) => {
          const a = left.run(activation);
          const result = compute(a, right.run(activation));
          // What is put together costs its size, so that doubling over and over ends.
          if (isList(result)) activation.spend(result.length);
          else if (typeof result === "string") activation.spend(result.length / 10);
          return result;
        },
      };
    }
  }
}

function wantBool(type: StaticType, at: Expression): void {
  if (assignable(bool, type)) return;
  throw new CelCompileError(`expected type 'bool' but found '${showType(type)}'`, at.start, at.end);
}

/** The deciding side wins over an error on the other: https://github.com/google/cel-spec/blob/master/doc/langdef.md#logical-operators */
function logical(left: Run, right: Run, deciding: boolean): Run {
  return (activation) => {
    let failed: CelError | undefined;
    try {
      const value = left(activation);
      if (value === deciding) return deciding;
      if (value !== !deciding) failed = noSuchOverload();
    } catch (cause) {
      if (!(cause instanceof CelError) || cause.kind === "budget") throw cause;
      failed = cause;
    }
    if (!failed) {
      const value = right(activation);
      if (typeof value !== "boolean") throw noSuchOverload();
      return value;
    }
    if (rightDecides(right, activation, deciding)) return deciding;
    throw failed;
  };
}

function rightDecides(right: Run, activation: Activation, deciding: boolean): boolean {
  try {
    return right(activation) === deciding;
  } catch (cause) {
    if (!(cause instanceof CelError) || cause.kind === "budget") throw cause;
    return false;
  }
}

function conditional(condition: Run, whenTrue: Run, whenFalse: Run): Run {
  return (activation) => {
    const value = condition(activation);
    if (value === true) return whenTrue(activation);
    if (value === false) return whenFalse(activation);
    throw noSuchOverload();
  };
}

function not(operand: Run): Run {
  return (activation) => {
    const value = operand(activation);
    if (typeof value !== "boolean") throw noSuchOverload();
    return !value;
  };
}

function mayContain(container: StaticType, item: StaticType): boolean {
  if (container.kind === "list") return agree(container.element, item);
  if (container.kind === "map") return agree(container.key, item);
  return container.kind === "dyn" || container.kind === "free" || container === dyn;
}

function contains(item: CelValue, container: CelValue, activation: Activation): boolean {
  if (isList(container)) {
    activation.spend(container.length);
    if (activation.trace) for (let i = 0; i < container.length; i++) activation.trace(container, i);
    if (typeof item === "string") return container.includes(item);
    return container.some((candidate) => celEquals(candidate, item));
  }
  if (!isMap(container)) throw noSuchOverload();
  if (typeof item === "string") activation.trace?.(container, item);
  return mapGet(container, item) !== undefined;
}
