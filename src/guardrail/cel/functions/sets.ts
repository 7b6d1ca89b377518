import { celEquals } from "../cel-equality.ts";
import { bool, listOf, param } from "../cel-types.ts";
import type { CelValue } from "../cel-value.ts";
import { globalFunction, type Overload } from "../function-library.ts";

type List = readonly CelValue[];

const lists = [listOf(param("T")), listOf(param("T"))];

/** cel-go's set extension: https://pkg.go.dev/github.com/google/cel-go/ext#Sets */
export const setFunctions: readonly Overload[] = [
  globalFunction("sets.contains", lists, bool, containsAll),
  globalFunction(
    "sets.equivalent",
    lists,
    bool,
    (a: List, b: List) => containsAll(a, b) && containsAll(b, a),
  ),
  globalFunction("sets.intersects", lists, bool, (a: List, b: List) => a.some((item) => has(b, item))),
].map((overload) => ({ ...overload, comparesAll: true }));

function containsAll(list: List, wanted: List): boolean {
  return wanted.every((item) => has(list, item));
}

function has(list: List, item: CelValue): boolean {
  return list.some((candidate) => celEquals(candidate, item));
}
