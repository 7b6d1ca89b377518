import { type CelValue, isList, isMap } from "./cel/cel-value.ts";

/** A key or a list position. */
export type PathStep = string | number;

/** Keys and positions from a value's root to a part of it. */
export type CelPath = readonly PathStep[];

/** A copy of a value without the part at a path; what is not on the way is shared. */
export function removeAt(root: CelValue, path: CelPath): CelValue {
  return replaceAt(root, path, () => undefined);
}

/** A copy of a value in which the single value at a path is another of its type; lists and maps become empty. */
export function changeAt(root: CelValue, path: CelPath): CelValue {
  return replaceAt(root, path, opposite);
}

function opposite(value: CelValue): CelValue {
  if (typeof value === "boolean") return !value;
  if (typeof value === "bigint") return value === 0n ? 1_000_000n : 0n;
  if (typeof value === "number") return value === 0 ? 1e6 : 0;
  if (typeof value === "string") return `${value}-x`;
  return isList(value) ? [] : {};
}

function replaceAt(
  node: CelValue,
  [step, ...rest]: CelPath,
  change: (value: CelValue) => CelValue | undefined,
): CelValue {
  if (step === undefined) return change(node) ?? null;
  if (isList(node)) {
    return node.flatMap((item, i) => {
      if (i !== step) return [item];
      const changed = rest.length === 0 ? change(item) : replaceAt(item, rest, change);
      return changed === undefined ? [] : [changed];
    });
  }
  if (!isMap(node)) return node;
  return Object.fromEntries(
    Object.entries(node as Record<string, CelValue>).flatMap(([key, inner]) => {
      if (key !== step) return [[key, inner]];
      const changed = rest.length === 0 ? change(inner) : replaceAt(inner, rest, change);
      return changed === undefined ? [] : [[key, changed]];
    }),
  );
}
