import { type CelKey, CelMap, CelUint, type CelValue, type PlainMap } from "./cel-value.ts";

/** The value under a key, or undefined. A double finds the integer key of the same number, as in cel-go. */
export function mapGet(map: CelMap | PlainMap, key: CelValue): CelValue | undefined {
  if (map instanceof CelMap) {
    const usable = keyOf(key);
    return usable === undefined ? undefined : map.get(usable);
  }
  return typeof key === "string" && Object.hasOwn(map, key) ? map[key] : undefined;
}

/** A value as a map key; undefined where no map can hold it. */
export function keyOf(value: CelValue): CelKey | undefined {
  if (typeof value === "string" || typeof value === "bigint" || typeof value === "boolean") return value;
  if (value instanceof CelUint) return value;
  if (typeof value === "number" && Number.isInteger(value)) return BigInt(value);
  return undefined;
}

/** Number of entries. */
export function mapSize(map: CelMap | PlainMap): number {
  return map instanceof CelMap ? map.size : Object.keys(map).length;
}

/** The keys, in the order written. */
export function mapKeys(map: CelMap | PlainMap): readonly CelKey[] {
  return map instanceof CelMap ? map.keys() : Object.keys(map);
}
