import { CelCompileError, noSuchOverload } from "./cel-error.ts";
import { assignable, type Bindings, dyn, type StaticType, showType, substitute } from "./cel-types.ts";
import { type CelValue, isList } from "./cel-value.ts";
import { type Compiled, dottedName, type Run, type Scope } from "./compile-context.ts";
import type { Expression } from "./expression.ts";
import { acceptsValue, type Overload } from "./function-library.ts";
import { formatFault } from "./functions/format-fault.ts";

type Call = Expression & { kind: "call" };

/** Compiles a function call: finds the overloads that fit the static types, and picks among them at run time. */
export function compileCall(expression: Call, scope: Scope): Compiled {
  const { name, receiver, args, start, end } = expression;
  const namespace = receiver && dottedName(receiver, scope);
  const qualified = namespace === undefined ? undefined : `${namespace}.${name}`;
  const namespaced = qualified === undefined ? undefined : scope.environment.functions.get(qualified);
  if (namespaced && qualified !== undefined) {
    return resolve(qualified, namespaced, args, expression, scope);
  }
  const overloads = scope.environment.functions.get(name) ?? [];
  const called = overloads.filter((overload) => overload.member === (receiver !== undefined));
  if (called.length === 0 && overloads.length === 0) {
    // The receiver's own fault comes first, as in cel-go.
    if (receiver) scope.compile(receiver, scope);
    const at = receiver ? receiver.end + 1 : start;
    throw new CelCompileError(`undeclared reference to '${name}'`, at, receiver ? end : at + name.length);
  }
  const isFormat = name === "format" && receiver !== undefined;
  const inner: Scope = isFormat ? { ...scope, mixedLiterals: true } : scope;
  const compiled = resolve(name, called, receiver ? [receiver, ...args] : args, expression, inner);
  if (isFormat) checkFormat(receiver, args, inner);
  return compiled;
}

/** A format that is written out, with its arguments written out, is checked when it is compiled, as cel-go does. */
function checkFormat(receiver: Expression, [list]: readonly Expression[], scope: Scope): void {
  if (receiver.kind !== "literal" || typeof receiver.value !== "string" || list?.kind !== "list") return;
  if (list.items.some(({ optional }) => optional)) return;
  const types = list.items.map(({ value }) => scope.compile(value, scope).type);
  const fault = formatFault(receiver.value, types);
  if (fault !== undefined) throw new CelCompileError(fault, receiver.start, list.end);
}

function resolve(
  name: string,
  overloads: readonly Overload[],
  args: readonly Expression[],
  { start, end, receiver }: Call,
  scope: Scope,
): Compiled {
  const compiled = args.map((arg) => scope.compile(arg, scope));
  const types = compiled.map((arg) => arg.type);
  const fitting: { overload: Overload; result: StaticType }[] = [];
  for (const overload of overloads) {
    if (overload.params.length !== types.length) continue;
    const bindings: Bindings = new Map();
    if (!overload.params.every((wanted, i) => assignable(wanted, types[i] ?? dyn, bindings))) continue;
    fitting.push({ overload, result: substitute(overload.result, bindings) });
  }
  const first = fitting[0];
  if (!first) {
    const shown = types.map(showType);
    const applied =
      receiver && shown.length > 0 ? `${shown[0]}.(${shown.slice(1).join(", ")})` : `(${shown.join(", ")})`;
    throw new CelCompileError(`found no matching overload for '${name}' applied to '${applied}'`, start, end);
  }
  checkLiterals(fitting, args);
  const same = fitting.every(({ result }) => showType(result) === showType(first.result));
  const runs = compiled.map((arg) => arg.run);
  return {
    type: same ? first.result : dyn,
    run: caller(
      fitting.map(({ overload }) => overload),
      runs,
    ),
  };
}

function checkLiterals(fitting: readonly { overload: Overload }[], args: readonly Expression[]): void {
  const literals = args.map((arg) => (arg.kind === "literal" ? arg.value : undefined));
  for (const { overload } of fitting) {
    const problem = overload.checkLiteral?.(literals);
    const at = args.findLast((arg) => arg.kind === "literal");
    if (problem !== undefined && at) throw new CelCompileError(problem, at.start, at.end);
  }
}

function caller(overloads: readonly Overload[], runs: readonly Run[]): Run {
  return (activation) => {
    const values: CelValue[] = [];
    for (const run of runs) values.push(run(activation));
    activation.spend(1);
    for (const value of values) activation.spend(sizeCost(value));
    for (const overload of overloads) {
      if (overload.params.every((wanted, i) => acceptsValue(wanted, values[i] ?? null))) {
        if (overload.comparesAll)
          activation.spend(values.reduce<number>((product, value) => product * lengthOf(value), 1));
        return overload.run(values, activation);
      }
    }
    throw noSuchOverload();
  };
}

/** Going through a list costs each of its elements; through a text a tenth of its characters, as in cel-go. */
function sizeCost(value: CelValue): number {
  if (typeof value === "string") return value.length / 10;
  return isList(value) ? value.length : 0;
}

function lengthOf(value: CelValue): number {
  return isList(value) ? value.length : 1;
}
