import type { Activation } from "./activation.ts";
import type { StaticType } from "./cel-types.ts";
import { CelOpaque, type CelValue, isList, isMap, typeNameOf } from "./cel-value.ts";

/** One signature of a function; of a member function the first parameter is what it is called on. */
export interface Overload {
  readonly name: string;
  readonly member: boolean;
  readonly params: readonly StaticType[];
  readonly result: StaticType;
  readonly run: (args: readonly CelValue[], activation: Activation) => CelValue;
  /** Whether it holds every element of one list against every element of the other, which costs the product. */
  readonly comparesAll?: boolean;
  /** Checks a literal argument when the expression is compiled; gives what is wrong with it. */
  readonly checkLiteral?: (args: readonly (CelValue | undefined)[]) => string | undefined;
}

/** All overloads by function name, `member` or not told apart by the overload. */
export type FunctionLibrary = ReadonlyMap<string, readonly Overload[]>;

type Handler<Args extends readonly CelValue[]> = (...args: Args) => CelValue;

/** A function called as `name(args)`; dotted names such as `sets.contains` are one name. */
export function globalFunction<Args extends readonly CelValue[]>(
  name: string,
  params: readonly StaticType[],
  result: StaticType,
  handler: Handler<Args>,
): Overload {
  return { name, member: false, params, result, run: (args) => handler(...(args as Args)) };
}

/** A function called as `receiver.name(args)`. */
export function memberFunction<Args extends readonly CelValue[]>(
  name: string,
  params: readonly StaticType[],
  result: StaticType,
  handler: Handler<Args>,
): Overload {
  return { name, member: true, params, result, run: (args) => handler(...(args as Args)) };
}

/** Puts overloads of several libraries together by name. */
export function functionLibrary(...libraries: readonly (readonly Overload[])[]): FunctionLibrary {
  const byName = new Map<string, Overload[]>();
  for (const overload of libraries.flat()) {
    const known = byName.get(overload.name);
    if (known) known.push(overload);
    else byName.set(overload.name, [overload]);
  }
  return byName;
}

/** Whether a value may stand for a parameter; elements of lists and maps are not looked at, as in cel-go. */
export function acceptsValue(type: StaticType, value: CelValue): boolean {
  switch (type.kind) {
    case "dyn":
    case "free":
    case "param":
      return true;
    case "string":
      return typeof value === "string";
    case "int":
      return typeof value === "bigint";
    case "double":
      return typeof value === "number";
    case "bool":
      return typeof value === "boolean";
    case "list":
      return isList(value);
    case "map":
    case "object":
      return isMap(value);
    case "bytes":
      return value instanceof Uint8Array;
    case "optional":
      return typeNameOf(value) === "optional_type";
    case "opaque":
      return value instanceof CelOpaque && value.typeName === type.name;
    case "timestamp":
      return typeNameOf(value) === "google.protobuf.Timestamp";
    case "duration":
      return typeNameOf(value) === "google.protobuf.Duration";
    default:
      return typeNameOf(value) === type.kind;
  }
}
