import type { Span } from "../finding/finding.ts";
import type { ManifestObject } from "../kube/parse-manifests.ts";
import type { CelValue } from "./cel/cel-value.ts";
import { isList, isMap } from "./cel/cel-value.ts";
import { type CelPath, changeAt, type PathStep, removeAt } from "./change-value.ts";

/** One look of an expression at the object: the path it looked at, and whether something was there. */
interface Read {
  readonly path: CelPath;
  readonly value: CelValue | undefined;
}

/** How a validation is tried on the object, or on a changed copy of it. */
export interface Trial {
  /** Whether the validation holds for an object. */
  holds: (object: CelValue) => boolean;
  /** Evaluates it on the object and tells each read. */
  trace: (object: CelValue, read: (container: object, key: string | number) => void) => void;
}

/** Fields that say which object it is: a policy reads them to choose, not to judge. */
const choosing = /^(apiVersion|kind|metadata\.(name|namespace|generateName))$/;
/** Fields that do the one or the other. */
const describing = /(^|\.)(labels\.[^ ]+|name|image)$/;
const maxCandidates = 60;
const maxOffenders = 20;

/**
 * The fields of an object because of which a validation fails: those that the expression reads and whose removal or
 * change makes it hold, the one read last first. Where the same field of several list items is at fault, each of
 * them. Where something is absent, the list item that lacks it, or the object: its `kind`.
 */
export function locateFault(object: ManifestObject, value: CelValue, trial: Trial): Span[] {
  const reads = tracedReads(value, trial);
  const last = reads.at(-1);
  const lacking = lackingItem(reads);
  // What was looked for last, in vain, in an item of a list: nothing is nearer to the verdict.
  if (lacking && last?.value === undefined && last?.path.some(isIndex)) return [placeOf(object, lacking)];
  const candidates = leaves(reads).filter(({ path }) => !choosing.test(path.join(".")));
  const telling = candidates.filter(({ path }) => !describing.test(path.join(".")));
  let offenders = offendingPaths(value, telling, trial);
  if (offenders.length === 0) {
    const rest = candidates.filter((read) => !telling.includes(read) && !choosesWhatLacks(read, reads));
    offenders = offendingPaths(value, rest, trial);
  }
  if (offenders.length > 0) return offenders.map((path) => placeOf(object, path));
  // No change that could be guessed makes it hold, and nothing is absent: what was read last is what was compared.
  if (last && candidates[0] === last && reads.every((read) => read.value !== undefined))
    return [placeOf(object, last.path)];
  return [lacking ? placeOf(object, lacking) : object.document.keyAt([...object.path, "kind"])];
}

/** What was read and is there, without the maps and lists that were only passed through, last read first. */
function leaves(reads: readonly Read[]): Read[] {
  const passed = new Set(
    reads.flatMap(({ path }) => path.map((_step, length) => JSON.stringify(path.slice(0, length)))),
  );
  return reads
    .filter(({ value, path }) => value !== undefined && !passed.has(JSON.stringify(path)))
    .reverse()
    .slice(0, maxCandidates);
}

/** Whether a describing field only chose the part of the object in which something else is absent. */
function choosesWhatLacks({ path }: Read, reads: readonly Read[]): boolean {
  const item = path.slice(0, path.findLastIndex(isIndex) + 1);
  return reads.some(
    ({ value, path: other }) => value === undefined && item.every((step, i) => step === other[i]),
  );
}

function tracedReads(value: CelValue, trial: Trial): Read[] {
  const paths = new Map<object, CelPath>();
  const index = (node: CelValue, path: CelPath): void => {
    if (node === null || typeof node !== "object") return;
    paths.set(node, path);
    if (isList(node))
      node.forEach((item, i) => {
        index(item, [...path, i]);
      });
    else if (isMap(node)) for (const [key, inner] of Object.entries(node)) index(inner, [...path, key]);
  };
  index(value, []);
  const reads = new Map<string, Read>();
  trial.trace(value, (container, key) => {
    const path = paths.get(container);
    if (!path) return;
    const full = [...path, key];
    const id = JSON.stringify(full);
    // A repeated read moves to the end: what was read last is nearest to the verdict.
    reads.delete(id);
    reads.set(id, { path: full, value: valueIn(container, key) });
  });
  return [...reads.values()];
}

function valueIn(container: object, key: string | number): CelValue | undefined {
  if (Array.isArray(container)) return container[Number(key)];
  return Object.hasOwn(container, key) ? (container as Record<string, CelValue>)[key] : undefined;
}

function offendingPaths(value: CelValue, candidates: readonly Read[], trial: Trial): CelPath[] {
  for (const { path } of candidates) {
    for (const change of changes) if (trial.holds(change(value, path))) return [path];
  }
  for (const { path } of candidates) {
    if (!path.some(isIndex)) continue;
    for (const change of changes) {
      const same = sameFieldOffenders(value, path, change, trial);
      if (same.length > 0) return same;
    }
  }
  return [];
}

type Change = (root: CelValue, path: CelPath) => CelValue;
const changes: readonly Change[] = [removeAt, changeAt];

/**
 * The same field of several list items: changes one after the other until the validation holds, watching which it
 * reads next, and gives those it does not hold without.
 */
function sameFieldOffenders(value: CelValue, path: CelPath, change: Change, trial: Trial): CelPath[] {
  // Taking an item out would move those after it.
  if (change === removeAt && isIndex(path.at(-1) ?? "")) return [];
  const changed: CelPath[] = [path];
  for (;;) {
    const attempt = changed.reduce(change, value);
    if (trial.holds(attempt)) break;
    const next = tracedReads(attempt, trial).find(
      ({ path: other, value: found }) =>
        found !== undefined && isSameField(path, other) && !changed.some((known) => isSamePath(known, other)),
    );
    if (!next || changed.length >= maxOffenders) return [];
    changed.push(next.path);
  }
  return changed.filter(
    (kept) => !trial.holds(changed.filter((other) => other !== kept).reduce(change, value)),
  );
}

function isSamePath(a: CelPath, b: CelPath): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i]);
}

/** Whether two paths differ in list positions only. */
function isSameField(a: CelPath, b: CelPath): boolean {
  return (
    a.length === b.length &&
    a.every((step, i) => step === b[i] || (typeof step === "number" && typeof b[i] === "number"))
  );
}

/** The list item that was last found to lack a field. */
function lackingItem(reads: readonly Read[]): CelPath | undefined {
  const lacking = reads.findLast(({ value, path }) => value === undefined && path.some(isIndex));
  if (!lacking) return undefined;
  return lacking.path.slice(0, lacking.path.findLastIndex(isIndex) + 1);
}

function isIndex(step: PathStep): boolean {
  return typeof step === "number";
}

function placeOf(object: ManifestObject, path: CelPath): Span {
  const full = [...object.path, ...path];
  const key = object.document.keyAt(full);
  const value = object.document.valueAt(full);
  if (typeof path.at(-1) === "number") return { ...value, endLine: value.line, endColumn: value.column };
  return value.line === key.line ? value : key;
}
