/**
 * Every CEL value this engine knows that JavaScript has no type for: uint, timestamp, duration, type, optional
 * and Kubernetes' own. Subclasses are immutable.
 */
export abstract class CelOpaque {
  /** Name of the CEL type, such as `google.protobuf.Timestamp`. */
  abstract readonly typeName: string;
  /** CEL equality with a value of the same type. */
  abstract equals(other: CelOpaque): boolean;
}

/** A map with string keys, as it comes from YAML. Only own properties are entries. */
export interface PlainMap {
  readonly [key: string]: CelValue;
}

/** A key CEL allows in a map. */
export type CelKey = string | bigint | boolean | CelUint;

/**
 * A CEL value. int is bigint, double is number; a list is an array; a map is a plain object (from YAML) or a `CelMap`.
 */
export type CelValue =
  | null
  | boolean
  | bigint
  | number
  | string
  | Uint8Array
  | readonly CelValue[]
  | CelOpaque
  | CelMap
  | PlainMap;

/** An unsigned 64-bit integer. */
export class CelUint extends CelOpaque {
  override readonly typeName = "uint";
  readonly value: bigint;

  constructor(value: bigint) {
    super();
    this.value = value;
  }

  override equals(other: CelOpaque): boolean {
    return other instanceof CelUint && other.value === this.value;
  }
}

/** A type as a value: what `type(x)` gives and what `int`, `string` … stand for. */
export class CelType extends CelOpaque {
  override readonly typeName = "type";
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }

  override equals(other: CelOpaque): boolean {
    return other instanceof CelType && other.name === this.name;
  }
}

/** A map built by an expression: keys may be string, int, uint or bool, and keep their order. */
export class CelMap {
  readonly #entries = new Map<string, readonly [CelKey, CelValue]>();

  /** Sets an entry; false, and nothing changed, where the key exists. */
  insert(key: CelKey, value: CelValue): boolean {
    const id = idOf(key);
    if (this.#entries.has(id)) return false;
    this.#entries.set(id, [key, value]);
    return true;
  }

  get(key: CelKey): CelValue | undefined {
    return this.#entries.get(idOf(key))?.[1];
  }

  get size(): number {
    return this.#entries.size;
  }

  keys(): CelKey[] {
    return [...this.#entries.values()].map(([key]) => key);
  }
}

// int and uint keys of the same number are the same key: cel-go looks a number up in both.
function idOf(key: CelKey): string {
  if (typeof key === "string") return `s${key}`;
  if (typeof key === "boolean") return `b${key}`;
  return `n${key instanceof CelUint ? key.value : key}`;
}

/** Whether a value is a CEL list. */
export function isList(value: CelValue): value is readonly CelValue[] {
  return Array.isArray(value);
}

/** Whether a value is a CEL map of either form. */
export function isMap(value: CelValue): value is CelMap | PlainMap {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof CelOpaque) &&
    !(value instanceof Uint8Array)
  );
}

/** The name of a value's CEL type, such as `int`, `map` or `kubernetes.Quantity`. */
export function typeNameOf(value: CelValue): string {
  switch (typeof value) {
    case "string":
      return "string";
    case "bigint":
      return "int";
    case "number":
      return "double";
    case "boolean":
      return "bool";
    default:
      if (value === null) return "null_type";
      if (isList(value)) return "list";
      if (value instanceof CelOpaque) return value.typeName;
      return value instanceof Uint8Array ? "bytes" : "map";
  }
}
