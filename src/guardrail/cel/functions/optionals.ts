import { noSuchOverload } from "../cel-error.ts";
import { mapSize } from "../cel-map.ts";
import { bool, dyn, free, listOf, optionalOf, param } from "../cel-types.ts";
import { CelUint, type CelValue, isList, isMap } from "../cel-value.ts";
import { globalFunction, memberFunction, type Overload } from "../function-library.ts";
import { CelOptional } from "../values/cel-optional.ts";
import { CelDuration } from "../values/cel-time.ts";

const value = param("V");
const optional = optionalOf(value);

/** cel-go's optional types, which Kubernetes has since 1.29: https://pkg.go.dev/github.com/google/cel-go/cel#OptionalTypes */
export const optionalFunctions: readonly Overload[] = [
  globalFunction("optional.of", [value], optional, (held: CelValue) => new CelOptional(held)),
  globalFunction("optional.none", [], optionalOf(free), () => CelOptional.none),
  globalFunction("optional.ofNonZeroValue", [value], optional, (held: CelValue) =>
    isZero(held) ? CelOptional.none : new CelOptional(held),
  ),
  globalFunction("optional.unwrap", [listOf(optional)], listOf(value), unwrap),
  memberFunction("unwrapOpt", [listOf(optional)], listOf(value), unwrap),
  memberFunction("hasValue", [optionalOf(dyn)], bool, (held: CelOptional) => held.held !== undefined),
  memberFunction("value", [optional], value, (held: CelOptional) => held.value()),
  memberFunction("or", [optional, optional], optional, (held: CelOptional, other: CelOptional) =>
    held.held === undefined ? other : held,
  ),
  memberFunction("orValue", [optional, value], value, (held: CelOptional, other: CelValue) =>
    held.held === undefined ? other : held.held,
  ),
  memberFunction("first", [listOf(value)], optional, (list: readonly CelValue[]) => new CelOptional(list[0])),
  memberFunction(
    "last",
    [listOf(value)],
    optional,
    (list: readonly CelValue[]) => new CelOptional(list.at(-1)),
  ),
];

function unwrap(list: readonly CelValue[]): CelValue {
  return list.flatMap((item) => {
    if (!(item instanceof CelOptional)) throw noSuchOverload();
    return item.held === undefined ? [] : [item.held];
  });
}

function isZero(held: CelValue): boolean {
  if (held === null || held === false || held === 0n || held === 0 || held === "") return true;
  if (isList(held) || held instanceof Uint8Array) return held.length === 0;
  if (held instanceof CelUint) return held.value === 0n;
  if (held instanceof CelDuration) return held.nanos === 0n;
  if (held instanceof CelOptional) return held.held === undefined;
  return isMap(held) && mapSize(held) === 0;
}
