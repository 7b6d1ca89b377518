import type { Activation } from "./activation.ts";
import { CelCompileError, CelError, noSuchOverload } from "./cel-error.ts";
import { keyOf, mapGet, mapKeys } from "./cel-map.ts";
import {
  assignable,
  bool,
  dyn,
  free,
  int,
  listOf,
  mapOf,
  optionalOf,
  type StaticType,
  showType,
} from "./cel-types.ts";
import { CelMap, type CelValue, isList, isMap } from "./cel-value.ts";
import type { Compiled, Local, Run, Scope } from "./compile-context.ts";
import type { Expression } from "./expression.ts";
import { CelOptional } from "./values/cel-optional.ts";

type Comprehension = Expression & { kind: "comprehension" };

/** Compiles the macros that bind variables: `all`, `exists`, `map`, `transformMap`, `optMap` … */
export function compileComprehension(expression: Comprehension, scope: Scope): Compiled {
  const range = scope.compile(expression.range, scope);
  if (expression.name === "optMap" || expression.name === "optFlatMap") {
    return compileOptionalMap(expression, range, scope);
  }
  const types = rangeTypes(range.type, expression);
  const slot = scope.locals ? scope.locals.slot + 1 : 0;
  const [first = "", second] = expression.variables;
  let locals: Local = {
    name: first,
    type: second === undefined ? types.single : types.key,
    slot,
    outer: scope.locals,
  };
  if (second !== undefined) locals = { name: second, type: types.value, slot: slot + 1, outer: locals };
  const inner: Scope = { ...scope, locals };
  const parts = expression.args.map((arg) => scope.compile(arg, inner));
  const two = second !== undefined;
  const body = parts.at(-1) ?? { type: dyn, run: () => null };
  const filter = parts.length > 1 ? parts[0] : undefined;
  if (filter) wantBool(filter.type, expression.args[0]);
  const loop: Loop = { range: range.run, slot, two, filter: filter?.run, body: body.run };
  switch (expression.name) {
    case "all":
      wantBool(body.type, expression.args[0]);
      return { type: bool, run: (activation) => quantify(loop, activation, false) };
    case "exists":
      wantBool(body.type, expression.args[0]);
      return { type: bool, run: (activation) => quantify(loop, activation, true) };
    case "exists_one":
    case "existsOne":
      wantBool(body.type, expression.args[0]);
      return { type: bool, run: (activation) => countTrue(loop, activation) === 1 };
    case "filter":
      wantBool(body.type, expression.args[0]);
      return { type: listOf(types.single), run: (activation) => select(loop, activation) };
    case "map":
    case "transformList":
      return { type: listOf(body.type), run: (activation) => collect(loop, activation) };
    case "transformMap":
      return { type: mapOf(types.key, body.type), run: (activation) => collectValues(loop, activation) };
    default: {
      const entry = body.type;
      const type = entry.kind === "map" ? entry : entry.kind === "dyn" ? mapOf(dyn, dyn) : undefined;
      if (type) return { type, run: (activation) => collectEntries(loop, activation) };
      throw noOverload("cel.@mapInsert", [mapOf(dyn, dyn), entry], expression.args.at(-1) ?? expression);
    }
  }
}

function rangeTypes(
  type: StaticType,
  { range }: Comprehension,
): Record<"single" | "key" | "value", StaticType> {
  if (type.kind === "list") return { single: type.element, key: int, value: type.element };
  if (type.kind === "map") return { single: type.key, key: type.key, value: type.value };
  if (type.kind === "dyn" || type.kind === "free") return { single: dyn, key: dyn, value: dyn };
  throw new CelCompileError(
    `expression of type '${showType(type)}' cannot be range of a comprehension (must be list, map, or dynamic)`,
    range.start,
    range.end,
  );
}

function wantBool(type: StaticType, at: Expression | undefined): void {
  if (assignable(bool, type) || !at) return;
  throw new CelCompileError(`expected type 'bool' but found '${showType(type)}'`, at.start, at.end);
}

function noOverload(name: string, types: readonly StaticType[], { start, end }: Expression): CelCompileError {
  const applied = types.map(showType).join(", ");
  return new CelCompileError(
    `found no matching overload for '${name}' applied to '(${applied})'`,
    start,
    end,
  );
}

interface Loop {
  readonly range: Run;
  readonly slot: number;
  /** Whether the body sees key and value, or one variable. */
  readonly two: boolean;
  readonly filter: Run | undefined;
  readonly body: Run;
}

/** Visits the elements with the variables set; `visit` gives false to stop. */
function each(loop: Loop, activation: Activation, visit: (item: CelValue, key: CelValue) => boolean): void {
  const range = loop.range(activation);
  const { slot, two, filter } = loop;
  const enter = (key: CelValue, value: CelValue): boolean => {
    activation.spend(1);
    if (two) {
      activation.slots[slot] = key;
      activation.slots[slot + 1] = value;
    } else activation.slots[slot] = isList(range) ? value : key;
    if (filter) {
      const wanted = filter(activation);
      if (wanted === false) return true;
      if (wanted !== true) throw noSuchOverload();
    }
    return visit(isList(range) ? value : key, key);
  };
  if (isList(range)) {
    for (let i = 0; i < range.length; i++) {
      activation.trace?.(range, i);
      if (!enter(two ? BigInt(i) : null, range[i] ?? null)) return;
    }
    return;
  }
  if (!isMap(range)) throw noSuchOverload();
  for (const key of mapKeys(range)) {
    activation.trace?.(range, String(key));
    if (!enter(key, two ? (mapGet(range, key) ?? null) : null)) return;
  }
}

/** `all` and `exists`: the deciding value wins over errors, which otherwise come out; the first error is kept. */
function quantify(loop: Loop, activation: Activation, deciding: boolean): boolean {
  let decided = false;
  let failed: CelError | undefined;
  each(loop, activation, () => {
    try {
      const value = loop.body(activation);
      if (value === deciding) decided = true;
      else if (value !== !deciding) failed ??= noSuchOverload();
    } catch (cause) {
      if (!(cause instanceof CelError) || cause.kind === "budget") throw cause;
      failed ??= cause;
    }
    return !decided;
  });
  if (decided) return deciding;
  if (failed) throw failed;
  return !deciding;
}

function holds(loop: Loop, activation: Activation): boolean {
  const value = loop.body(activation);
  if (typeof value !== "boolean") throw noSuchOverload();
  return value;
}

function countTrue(loop: Loop, activation: Activation): number {
  let count = 0;
  each(loop, activation, () => {
    if (holds(loop, activation)) count++;
    return true;
  });
  return count;
}

function select(loop: Loop, activation: Activation): CelValue {
  const kept: CelValue[] = [];
  each(loop, activation, (item) => {
    if (holds(loop, activation)) kept.push(item);
    return true;
  });
  return kept;
}

function collect(loop: Loop, activation: Activation): CelValue {
  const items: CelValue[] = [];
  each(loop, activation, () => {
    items.push(loop.body(activation));
    return true;
  });
  return items;
}

function collectValues(loop: Loop, activation: Activation): CelValue {
  const map = new CelMap();
  each(loop, activation, (_item, key) => {
    insert(map, key, loop.body(activation));
    return true;
  });
  return map;
}

function collectEntries(loop: Loop, activation: Activation): CelValue {
  const map = new CelMap();
  each(loop, activation, () => {
    const entries = loop.body(activation);
    if (!isMap(entries)) throw noSuchOverload();
    for (const key of mapKeys(entries)) insert(map, key, mapGet(entries, key) ?? null);
    return true;
  });
  return map;
}

function insert(map: CelMap, key: CelValue, value: CelValue): void {
  const usable = keyOf(key);
  if (usable === undefined) throw new CelError("unsupported key type");
  if (!map.insert(usable, value)) throw new CelError(`insert failed: key ${String(key)} already exists`);
}

/** `optional.optMap(v, e)` and `optional.optFlatMap(v, e)`. */
function compileOptionalMap(expression: Comprehension, range: Compiled, scope: Scope): Compiled {
  const held = range.type.kind === "optional" ? range.type.of : range.type.kind === "dyn" ? dyn : undefined;
  if (!held) throw noOverload(expression.name, [range.type], expression);
  const slot = scope.locals ? scope.locals.slot + 1 : 0;
  const [name = ""] = expression.variables;
  const [transform] = expression.args;
  const locals: Local = { name, type: held.kind === "free" ? free : held, slot, outer: scope.locals };
  const body = transform ? scope.compile(transform, { ...scope, locals }) : { type: dyn, run: () => null };
  const flat = expression.name === "optFlatMap";
  if (flat && body.type.kind !== "optional" && body.type.kind !== "dyn") {
    throw noOverload("_?_:_", [bool, body.type, optionalOf(dyn)], expression);
  }
  return {
    type: flat ? body.type : optionalOf(body.type),
    run: (activation) => {
      const value = range.run(activation);
      if (!(value instanceof CelOptional)) throw noSuchOverload();
      if (value.held === undefined) return value;
      activation.slots[slot] = value.held;
      const result = body.run(activation);
      return flat ? result : new CelOptional(result);
    },
  };
}
