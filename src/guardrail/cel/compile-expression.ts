import type { Activation } from "./activation.ts";
import { CelCompileError, CelError, noSuchOverload } from "./cel-error.ts";
import { keyOf } from "./cel-map.ts";
import {
  agree,
  bool,
  bytes,
  double,
  dyn,
  free,
  int,
  listOf,
  mapOf,
  mostGeneral,
  nullType,
  optionalOf,
  type StaticType,
  showType,
  string,
  typeOf,
  uint,
} from "./cel-types.ts";
import { CelMap, CelUint, type CelValue } from "./cel-value.ts";
import { compileIndex, compileSelect } from "./compile-access.ts";
import { compileCall } from "./compile-call.ts";
import { compileComprehension } from "./compile-comprehension.ts";
import {
  type CelEnvironment,
  type Compiled,
  type CompiledExpression,
  findLocal,
  type Run,
  type Scope,
} from "./compile-context.ts";
import { compileOperator } from "./compile-operator.ts";
import type { Expression } from "./expression.ts";
import { parseExpression } from "./parse-expression.ts";
import { typeIdentifiers } from "./type-identifiers.ts";
import { CelOptional } from "./values/cel-optional.ts";

/**
 * Compiles a CEL expression: parses it, checks its types as cel-go's checker does, and gives a function to evaluate
 * it any number of times. Throws a CelCompileError at the first fault.
 */
export function compileExpression(source: string, environment: CelEnvironment): CompiledExpression {
  const reads = new Set<string>();
  const scope: Scope = { environment, locals: undefined, compile: compileNode, mixedLiterals: false, reads };
  try {
    return { ...compileNode(parseExpression(source), scope), reads };
  } catch (cause) {
    // Long chains nest without a bracket, so the parser's own limit does not see them.
    if (!(cause instanceof RangeError)) throw cause;
    throw new CelCompileError("The expression is nested too deeply", 0, source.length);
  }
}

function compileNode(expression: Expression, scope: Scope): Compiled {
  switch (expression.kind) {
    case "literal":
      return constant(literalType(expression.value), expression.value);
    case "identifier":
      return compileIdentifier(expression, scope);
    case "select":
      return compileSelect(expression, scope);
    case "index":
      return compileIndex(expression, scope);
    case "call":
      return compileCall(expression, scope);
    case "operator":
      return compileOperator(expression, scope);
    case "list":
      return compileList(expression, scope);
    case "map":
      return compileMap(expression, scope);
    case "comprehension":
      return compileComprehension(expression, scope);
  }
}

function constant(type: StaticType, value: CelValue): Compiled {
  return { type, run: () => value };
}

function literalType(value: CelValue): StaticType {
  if (value === null) return nullType;
  if (typeof value === "boolean") return bool;
  if (typeof value === "bigint") return int;
  if (typeof value === "number") return double;
  if (typeof value === "string") return string;
  return value instanceof CelUint ? uint : bytes;
}

function compileIdentifier(
  { name, start, end }: Expression & { kind: "identifier" },
  scope: Scope,
): Compiled {
  const local = findLocal(scope, name);
  if (local) {
    const { slot, type } = local;
    return { type, run: (activation) => activation.slots[slot] ?? null };
  }
  const { roots, variables } = scope.environment;
  if (Object.hasOwn(roots, name)) {
    scope.reads.add(name);
    return { type: roots[name] ?? dyn, run: (activation) => activation.roots[name] ?? null };
  }
  if (name === "variables" && variables) {
    scope.reads.add(name);
    return { type: { kind: "object", name: "kubernetes.variables", fields: {} }, run: () => ({}) };
  }
  const type = typeIdentifiers.get(name);
  if (type) return constant(typeOf(type.type), type.value);
  throw new CelCompileError(`undeclared reference to '${name}'`, start, end);
}

function compileList({ items }: Expression & { kind: "list" }, scope: Scope): Compiled {
  let element: StaticType = free;
  const parts = items.map(({ value, optional }) => {
    const compiled = scope.compile(value, scope);
    const type = optional ? heldType(compiled.type, value) : compiled.type;
    element = sameType(element, type, value, scope);
    return { run: compiled.run, optional };
  });
  if (parts.some((part) => part.optional)) {
    return {
      type: listOf(element),
      run: (activation) =>
        parts.flatMap(({ run, optional }) => (optional ? heldValues(run(activation)) : [run(activation)])),
    };
  }
  const runs = parts.map((part) => part.run);
  if (items.every((item) => item.value.kind === "literal")) {
    return constant(listOf(element), constants(runs));
  }
  return { type: listOf(element), run: (activation) => runs.map((run) => run(activation)) };
}

// Literals never look at the activation.
function constants(runs: readonly Run[]): CelValue[] {
  return runs.map((run) => run(undefined as unknown as Activation));
}

function compileMap({ entries }: Expression & { kind: "map" }, scope: Scope): Compiled {
  let keyType: StaticType = free;
  let valueType: StaticType = free;
  const parts = entries.map(({ key, value, optional }) => {
    const compiledKey = scope.compile(key, scope);
    const compiledValue = scope.compile(value, scope);
    const type = optional ? heldType(compiledValue.type, value) : compiledValue.type;
    keyType = sameType(keyType, compiledKey.type, key, scope);
    valueType = sameType(valueType, type, value, scope);
    return { key: compiledKey.run, value: compiledValue.run, optional };
  });
  const run: Run = (activation) => {
    const map = new CelMap();
    for (const part of parts) {
      const key = keyOf(part.key(activation));
      if (key === undefined) throw new CelError("unsupported key type");
      const value = part.value(activation);
      for (const held of part.optional ? heldValues(value) : [value]) {
        if (!map.insert(key, held)) throw new CelError(`Failed with repeated key`);
      }
    }
    return map;
  };
  return { type: mapOf(keyType, valueType), run };
}

/**
 * Kubernetes wants the elements of a literal to have one type (cel.HomogeneousAggregateLiterals), but for what is given
 * to `format`.
 */
function sameType(
  expected: StaticType,
  given: StaticType,
  { start, end }: Expression,
  { mixedLiterals }: Scope,
): StaticType {
  if (agree(expected, given)) return mostGeneral(expected, given);
  if (mixedLiterals) return dyn;
  throw new CelCompileError(
    `expected type '${showType(expected)}' but found '${showType(given)}'`,
    start,
    end,
  );
}

function heldType(type: StaticType, { start, end }: Expression): StaticType {
  if (type.kind === "optional") return type.of;
  if (type.kind === "dyn") return dyn;
  throw new CelCompileError(
    `expected type '${showType(optionalOf(type))}' but found '${showType(type)}'`,
    start,
    end,
  );
}

function heldValues(value: CelValue): CelValue[] {
  if (!(value instanceof CelOptional)) throw noSuchOverload();
  return value.held === undefined ? [] : [value.held];
}
