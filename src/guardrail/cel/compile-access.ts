import { CelCompileError, CelError } from "./cel-error.ts";
import { mapGet } from "./cel-map.ts";
import { agree, bool, dyn, optionalOf, type StaticType, showType, typeOf } from "./cel-types.ts";
import { CelUint, type CelValue, isList, isMap } from "./cel-value.ts";
import { type Compiled, dottedName, type Run, type Scope } from "./compile-context.ts";
import type { Expression } from "./expression.ts";
import { typeIdentifiers } from "./type-identifiers.ts";
import { CelOptional } from "./values/cel-optional.ts";

type Select = Expression & { kind: "select" };

/** Compiles `a.b`, `a.?b` and `has(a.b)`. */
export function compileSelect(expression: Select, scope: Scope): Compiled {
  const named = test(expression) ? undefined : dottedName(expression, scope);
  const qualified = named === undefined ? undefined : qualifiedName(named, scope);
  if (qualified) return qualified;
  const variable = policyVariable(expression, scope);
  if (variable) return variable;
  const { field } = expression;
  const operand = scope.compile(expression.operand, scope);
  const type = fieldType(operand.type, expression);
  const operandRun = operand.run;
  if (expression.test) {
    return {
      type: bool,
      run: (activation) => {
        const value = operandRun(activation);
        if (activation.trace) traceRead(activation.trace, value, field);
        return present(value, field);
      },
    };
  }
  const read: Run = (activation) => {
    const value = operandRun(activation);
    if (activation.trace) traceRead(activation.trace, value, field);
    // The way almost every read goes: a key of an object from YAML.
    if (isMap(value)) {
      const found = mapGet(value, field);
      if (found !== undefined) return expression.optional ? new CelOptional(found) : found;
      if (!expression.optional) throw new CelError(`no such key: ${field}`);
      return CelOptional.none;
    }
    return accessValue(value, field, expression.optional);
  };
  return { type, run: read };
}

function test(expression: Select): boolean {
  return expression.test || expression.optional;
}

function qualifiedName(name: string, scope: Scope): Compiled | undefined {
  const { roots } = scope.environment;
  if (Object.hasOwn(roots, name)) {
    scope.reads.add(name);
    return { type: roots[name] ?? dyn, run: (activation) => activation.roots[name] ?? null };
  }
  const type = typeIdentifiers.get(name);
  return type && { type: typeOf(type.type), run: () => type.value };
}

/** `variables.x`: lazy, so it is read by name and never through a map. */
function policyVariable({ operand, field, test, optional, end }: Select, scope: Scope): Compiled | undefined {
  const { variables } = scope.environment;
  if (!variables || dottedName(operand, scope) !== "variables") return undefined;
  const type = variables.get(field);
  if (!type) throw new CelCompileError(`undefined field '${field}'`, end - field.length, end);
  scope.reads.add("variables");
  if (test) return { type: bool, run: () => true };
  const run: Run = (activation) => activation.variable(field);
  if (!optional) return { type, run };
  return { type: optionalOf(type), run: (activation) => new CelOptional(run(activation)) };
}

function fieldType(operand: StaticType, expression: Select): StaticType {
  const { field, end, test: testOnly } = expression;
  const nameEnd = testOnly ? end - 1 : end;
  switch (operand.kind) {
    case "dyn":
    case "free":
    case "param":
      return expression.optional ? optionalOf(dyn) : dyn;
    case "map":
      return expression.optional ? optionalOf(operand.value) : operand.value;
    case "optional": {
      const held = fieldType(operand.of, { ...expression, optional: false });
      return optionalOf(held);
    }
    case "object": {
      const known = Object.hasOwn(operand.fields, field) ? operand.fields[field] : undefined;
      if (known) return expression.optional ? optionalOf(known) : known;
      throw new CelCompileError(`undefined field '${field}'`, nameEnd - field.length, nameEnd);
    }
    default:
      throw new CelCompileError(
        `type '${showType(operand)}' does not support field selection`,
        expression.start,
        end,
      );
  }
}

/** Compiles `a[b]` and `a[?b]`. */
export function compileIndex(expression: Expression & { kind: "index" }, scope: Scope): Compiled {
  const operand = scope.compile(expression.operand, scope);
  const index = scope.compile(expression.index, scope);
  const type = elementType(operand.type, index.type, expression);
  const { optional } = expression;
  return {
    type,
    run: (activation) => {
      const value = operand.run(activation);
      const key = index.run(activation);
      if (activation.trace) traceRead(activation.trace, value, key);
      return accessValue(value, key, optional);
    },
  };
}

function elementType(
  operand: StaticType,
  index: StaticType,
  expression: Expression & { kind: "index" },
): StaticType {
  const wrap = (type: StaticType) => (expression.optional ? optionalOf(type) : type);
  switch (operand.kind) {
    case "dyn":
    case "free":
    case "param":
      return wrap(dyn);
    case "list":
      if (index.kind === "dyn" || index.kind === "int") return wrap(operand.element);
      break;
    case "map":
      if (agree(operand.key, index)) return wrap(operand.value);
      break;
    case "optional":
      return optionalOf(elementType(operand.of, index, { ...expression, optional: false }));
  }
  throw new CelCompileError(
    `found no matching overload for '${expression.optional ? "_[?_]" : "_[_]"}' applied to '(${showType(operand)}, ${showType(index)})'`,
    expression.start,
    expression.end,
  );
}

// Both kinds of key: a string for fields, whatever the expression gives for an index.
function accessValue(value: CelValue, key: CelValue, optional: boolean): CelValue {
  if (value instanceof CelOptional) {
    if (value.held === undefined) return CelOptional.none;
    const found = find(value.held, key);
    return found === undefined ? CelOptional.none : new CelOptional(found);
  }
  const found = find(value, key);
  if (optional) return found === undefined ? CelOptional.none : new CelOptional(found);
  if (found !== undefined) return found;
  throw new CelError(isList(value) ? `index out of bounds: ${showKey(key)}` : `no such key: ${showKey(key)}`);
}

/** The value under a key of a map or an index of a list; undefined where there is none, as for any other value. */
function find(value: CelValue, key: CelValue): CelValue | undefined {
  if (isMap(value)) return mapGet(value, key);
  if (!isList(value)) return undefined;
  const index = key instanceof CelUint ? Number(key.value) : Number(key);
  if (typeof key === "string" || typeof key === "boolean" || key === null || !Number.isInteger(index)) {
    throw new CelError("unsupported index type in list");
  }
  return value[index];
}

// cel-go answers false where the operand holds nothing at all, has("text".field), has(null.field), and gives an error
// where it is a list.
function present(value: CelValue, field: string): boolean {
  const held = value instanceof CelOptional ? value.held : value;
  return held !== undefined && find(held, field) !== undefined;
}

function traceRead(
  trace: (container: object, key: string | number) => void,
  value: CelValue,
  key: CelValue,
): void {
  const held = value instanceof CelOptional ? value.held : value;
  if (held === null || typeof held !== "object") return;
  trace(held, typeof key === "bigint" ? Number(key) : String(key));
}

function showKey(key: CelValue): string {
  return key instanceof CelUint ? String(key.value) : String(key);
}
