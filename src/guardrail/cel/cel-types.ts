/**
 * The static type of an expression. `dyn` is any value, checked when it is there. `free` is the type of the elements
 * of `[]` and `{}`: nothing is known and everything fits. `param` stands for "the same type" within one signature.
 */
export type StaticType =
  | { readonly kind: "dyn" | "free" | "null_type" | "bool" | "int" | "uint" | "double" | "string" | "bytes" }
  | { readonly kind: "timestamp" | "duration" }
  | { readonly kind: "param"; readonly name: string }
  | { readonly kind: "type"; readonly of: StaticType }
  | { readonly kind: "list"; readonly element: StaticType }
  | { readonly kind: "map"; readonly key: StaticType; readonly value: StaticType }
  | { readonly kind: "optional"; readonly of: StaticType }
  | { readonly kind: "opaque"; readonly name: string }
  | { readonly kind: "object"; readonly name: string; readonly fields: Readonly<Record<string, StaticType>> };

export const dyn: StaticType = { kind: "dyn" };
export const free: StaticType = { kind: "free" };
export const nullType: StaticType = { kind: "null_type" };
export const bool: StaticType = { kind: "bool" };
export const int: StaticType = { kind: "int" };
export const uint: StaticType = { kind: "uint" };
export const double: StaticType = { kind: "double" };
export const string: StaticType = { kind: "string" };
export const bytes: StaticType = { kind: "bytes" };
export const timestamp: StaticType = { kind: "timestamp" };
export const duration: StaticType = { kind: "duration" };
export const param = (name: string): StaticType => ({ kind: "param", name });
export const listOf = (element: StaticType): StaticType => ({ kind: "list", element });
export const mapOf = (key: StaticType, value: StaticType): StaticType => ({ kind: "map", key, value });
export const optionalOf = (of: StaticType): StaticType => ({ kind: "optional", of });
export const opaque = (name: string): StaticType => ({ kind: "opaque", name });
export const typeOf = (of: StaticType): StaticType => ({ kind: "type", of });

/** What the params of a signature stand for so far. */
export type Bindings = Map<string, StaticType>;

/**
 * Whether a value of one type may stand where another is wanted, as cel-go's checker decides it; binds the params of
 * the wanted type. https://github.com/google/cel-spec/blob/master/doc/langdef.md#gradual-type-checking
 */
export function assignable(wanted: StaticType, given: StaticType, bindings: Bindings = new Map()): boolean {
  if (wanted.kind === "param") {
    const bound = bindings.get(wanted.name);
    if (bound === undefined) {
      bindings.set(wanted.name, given);
      return true;
    }
    if (!assignable(bound, given) && !assignable(given, bound)) return false;
    bindings.set(wanted.name, mostGeneral(bound, given));
    return true;
  }
  if (isAny(wanted) || isAny(given)) return true;
  if (given.kind === "null_type") return wanted.kind === "null_type" || takesNull(wanted);
  if (wanted.kind === "list" && given.kind === "list")
    return assignable(wanted.element, given.element, bindings);
  if (wanted.kind === "map" && given.kind === "map") {
    return assignable(wanted.key, given.key, bindings) && assignable(wanted.value, given.value, bindings);
  }
  if (wanted.kind === "optional" && given.kind === "optional")
    return assignable(wanted.of, given.of, bindings);
  if (wanted.kind === "opaque" && given.kind === "opaque") return wanted.name === given.name;
  if (wanted.kind === "object" && given.kind === "object") return wanted.name === given.name;
  return wanted.kind === given.kind;
}

function isAny(type: StaticType): boolean {
  return type.kind === "dyn" || type.kind === "free" || type.kind === "param";
}

function takesNull(type: StaticType): boolean {
  return ["timestamp", "duration", "object", "opaque", "optional"].includes(type.kind);
}

/** Whether two types may be compared with `==` or stand in one list: one fits where the other is wanted. */
export function agree(a: StaticType, b: StaticType): boolean {
  return assignable(a, b) || assignable(b, a);
}

/** The type that covers two types that agree. */
export function mostGeneral(a: StaticType, b: StaticType): StaticType {
  if (a.kind === "dyn" || b.kind === "dyn") return dyn;
  if (a.kind === "free") return b;
  if (b.kind === "free" || b.kind === "null_type") return a;
  if (a.kind === "null_type") return b;
  if (a.kind === "list" && b.kind === "list") return listOf(mostGeneral(a.element, b.element));
  if (a.kind === "map" && b.kind === "map") {
    return mapOf(mostGeneral(a.key, b.key), mostGeneral(a.value, b.value));
  }
  if (a.kind === "optional" && b.kind === "optional") return optionalOf(mostGeneral(a.of, b.of));
  return a;
}

/** A signature's type with its params replaced by what they were bound to; an unbound param is dyn. */
export function substitute(type: StaticType, bindings: Bindings): StaticType {
  switch (type.kind) {
    case "param":
      return bindings.get(type.name) ?? dyn;
    case "list":
      return listOf(substitute(type.element, bindings));
    case "map":
      return mapOf(substitute(type.key, bindings), substitute(type.value, bindings));
    case "optional":
      return optionalOf(substitute(type.of, bindings));
    case "type":
      return typeOf(substitute(type.of, bindings));
    default:
      return type;
  }
}

/** A type as cel-go writes it in its messages: `list(string)`, `map(string, dyn)`. */
export function showType(type: StaticType): string {
  switch (type.kind) {
    case "list":
      return `list(${showType(type.element)})`;
    case "map":
      return `map(${showType(type.key)}, ${showType(type.value)})`;
    case "optional":
      return `optional_type(${showType(type.of)})`;
    case "type":
      return `type(${showType(type.of)})`;
    case "opaque":
    case "object":
      return type.name;
    case "param":
      return type.name;
    case "free":
      return "dyn";
    case "null_type":
      return "null";
    case "timestamp":
      return "timestamp";
    default:
      return type.kind;
  }
}
