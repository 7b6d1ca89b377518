import { add, checkUint } from "../arithmetic.ts";
import { celCompare, celEquals } from "../cel-equality.ts";
import { CelError, noSuchOverload } from "../cel-error.ts";
import {
  bool,
  bytes,
  double,
  duration,
  int,
  listOf,
  param,
  type StaticType,
  string,
  timestamp,
  uint,
} from "../cel-types.ts";
import type { CelValue } from "../cel-value.ts";
import { acceptsValue, memberFunction, type Overload } from "../function-library.ts";
import { CelDuration } from "../values/cel-time.ts";

type List = readonly CelValue[];

const comparable: readonly StaticType[] = [int, uint, double, bool, duration, timestamp, string, bytes];
const summable: readonly (readonly [StaticType, () => CelValue])[] = [
  [int, () => 0n],
  [uint, () => checkUint(0n)],
  [double, () => 0],
  [duration, () => new CelDuration(0n)],
];

/** Kubernetes' list library: https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-list-library */
export const listFunctions: readonly Overload[] = [
  ...comparable.flatMap((type) => [
    memberFunction("isSorted", [listOf(type)], bool, isSorted),
    memberFunction("min", [listOf(type)], type, (list: List) => extreme(list, "min", (order) => order < 0)),
    memberFunction("max", [listOf(type)], type, (list: List) => extreme(list, "max", (order) => order > 0)),
  ]),
  ...summable.map(([type, zero]) =>
    memberFunction("sum", [listOf(type)], type, (list: List) => sum(list, zero)),
  ),
  memberFunction("indexOf", [listOf(param("A")), param("A")], int, (list: List, item: CelValue) =>
    BigInt(list.findIndex((candidate) => celEquals(candidate, item))),
  ),
  memberFunction("lastIndexOf", [listOf(param("A")), param("A")], int, (list: List, item: CelValue) =>
    BigInt(list.findLastIndex((candidate) => celEquals(candidate, item))),
  ),
];

function isSorted(list: List): boolean {
  return list.every((item, i) => i === 0 || !(celCompare(list[i - 1] ?? null, item) > 0));
}

function extreme(list: List, name: string, better: (order: number) => boolean): CelValue {
  let best = list[0];
  if (best === undefined) throw new CelError(`${name} called on empty list`);
  for (const item of list) if (better(celCompare(item, best))) best = item;
  return best;
}

// A list whose static type says nothing starts from its first element; an empty one sums to int 0, as in cel-go.
function sum(list: List, zero: () => CelValue): CelValue {
  const [first, ...rest] = list;
  if (first === undefined) return zero();
  if (!summable.some(([type]) => acceptsValue(type, first))) throw noSuchOverload();
  return rest.reduce((total, item) => add(total, item), first);
}
