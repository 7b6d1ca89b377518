import { CelError, noSuchOverload } from "./cel-error.ts";
import { mapGet, mapKeys, mapSize } from "./cel-map.ts";
import { CelOpaque, CelUint, type CelValue, isList, isMap } from "./cel-value.ts";
import { CelDuration, CelTimestamp } from "./values/cel-time.ts";

/**
 * CEL equality, heterogeneous as in cel-go: values of different types are unequal, except that numbers compare by
 * value across int, uint and double. https://github.com/google/cel-spec/blob/master/doc/langdef.md#equality
 */
export function celEquals(a: CelValue, b: CelValue): boolean {
  if (a === b) return true;
  if (typeof a === "object" && a !== null) {
    if (typeof b !== "object" || b === null) return a instanceof CelUint && numbersEqual(a, b);
    if (isList(a)) {
      return (
        isList(b) && a.length === b.length && a.every((item, index) => celEquals(item, b[index] ?? null))
      );
    }
    if (a instanceof CelOpaque) return b instanceof CelOpaque && a.equals(b);
    if (a instanceof Uint8Array) return b instanceof Uint8Array && compareBytes(a, b) === 0;
    if (!isMap(b) || mapSize(a) !== mapSize(b)) return false;
    for (const key of mapKeys(a)) {
      const other = mapGet(b, key);
      if (other === undefined || !celEquals(mapGet(a, key) ?? null, other)) return false;
    }
    return true;
  }
  return numbersEqual(a, b);
}

function numbersEqual(a: CelValue, b: CelValue): boolean {
  const left = a instanceof CelUint ? a.value : a;
  const right = b instanceof CelUint ? b.value : b;
  return isNumber(left) && isNumber(right) && compareNumbers(left, right) === 0;
}

function isNumber(value: CelValue): value is bigint | number {
  return typeof value === "bigint" || typeof value === "number";
}

// As cel-go: where one is a double, both are compared as doubles, so that large integers compare by their nearest double.
function compareNumbers(a: bigint | number, b: bigint | number): number {
  if (typeof a === "bigint" && typeof b === "bigint") return a < b ? -1 : a > b ? 1 : 0;
  const left = Number(a);
  const right = Number(b);
  return left < right ? -1 : left > right ? 1 : left === right ? 0 : Number.NaN;
}

/**
 * Order of two values, negative, 0 or positive. Throws "no such overload" where CEL defines no order between the two
 * types, and where a double is NaN.
 */
export function celCompare(a: CelValue, b: CelValue): number {
  const left = a instanceof CelUint ? a.value : a;
  const right = b instanceof CelUint ? b.value : b;
  if (isNumber(left) && isNumber(right)) {
    const order = compareNumbers(left, right);
    if (Number.isNaN(order)) throw new CelError("NaN values cannot be ordered");
    return order;
  }
  if (typeof left === "string" && typeof right === "string") return compareCodePoints(left, right);
  if (typeof left === "boolean" && typeof right === "boolean") return Number(left) - Number(right);
  if (left instanceof CelDuration && right instanceof CelDuration) return sign(left.nanos - right.nanos);
  if (left instanceof CelTimestamp && right instanceof CelTimestamp) return sign(left.nanos - right.nanos);
  if (left instanceof Uint8Array && right instanceof Uint8Array) return compareBytes(left, right);
  throw noSuchOverload();
}

function sign(difference: bigint): number {
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

// Go compares UTF-8 bytes, which orders by code point; JavaScript compares UTF-16 units, which differs beyond U+FFFF.
function compareCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue;
    const left = a.codePointAt(i) ?? 0;
    const right = b.codePointAt(i) ?? 0;
    return left - right;
  }
  return a.length - b.length;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
