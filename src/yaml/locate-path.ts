import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";
import type { ReadDocument } from "./read-document.ts";
import { scalarKey } from "./scalar-key.ts";
import { isMergeKey } from "./value-reader.ts";
import type { YamlDialect, YamlPath } from "./yaml-types.ts";

/** Where a path leads in a document's tree. Offsets count from the document's slice. */
export interface PathPlace {
  /** Whether the whole path exists; else the place is that of the nearest existing ancestor. */
  found: boolean;
  key: [number, number];
  value: [number, number];
}

/** Follows a path through mappings, sequences, aliases and merges. */
export function locatePath(document: ReadDocument, path: YamlPath, dialect: YamlDialect): PathPlace {
  let node: Node | null = document.root;
  // Nodes met through an alias stand elsewhere in the text; the alias is the place to show.
  let key = extent(node);
  let value = key;
  for (const step of path) {
    const target: unknown = isAlias(node) ? document.targets.get(node) : node;
    const next = typeof step === "number" ? item(target, step) : pair(document, target, step, dialect, 0);
    if (!next) return { found: false, key, value };
    node = next.value;
    key = extent(next.key);
    value = isNothing(next.value) ? key : extent(next.value);
  }
  return { found: true, key, value };
}

function item(target: unknown, index: number): { key: unknown; value: Node | null } | undefined {
  if (!isSeq(target) || index < 0 || index >= target.items.length) return undefined;
  const node = target.items[index] as Node | null;
  return { key: node, value: node };
}

/** The pair of a key; the last one where it is written twice, since readers keep that one. */
function pair(
  document: ReadDocument,
  target: unknown,
  name: string,
  dialect: YamlDialect,
  depth: number,
): { key: unknown; value: Node | null } | undefined {
  if (!isMap(target) || depth > 50) return undefined;
  const own = pairsOf(document, target, dialect).get(name);
  if (own) return { key: own.key, value: (own.value ?? null) as Node | null };
  if (dialect !== "kubernetes") return undefined;
  for (const candidate of target.items) {
    if (!isMergeKey(candidate.key)) continue;
    const merged = isAlias(candidate.value) ? document.targets.get(candidate.value) : candidate.value;
    for (const source of isSeq(merged) ? merged.items : [merged]) {
      const resolved = isAlias(source) ? document.targets.get(source) : source;
      const found = pair(document, resolved, name, dialect, depth + 1);
      if (found) return found;
    }
  }
  return undefined;
}

/** The pairs of a mapping by name, made on the first question: findings ask for many keys of the same mapping. */
function pairsOf(document: ReadDocument, map: YAMLMap, dialect: YamlDialect): ReadonlyMap<string, Pair> {
  const known = pairs.get(map);
  if (known) return known;
  const made = new Map<string, Pair>();
  for (const candidate of map.items) {
    const key = isAlias(candidate.key) ? document.targets.get(candidate.key) : candidate.key;
    if (!isScalar(key) || (dialect === "kubernetes" && isMergeKey(key))) continue;
    const name = scalarKey(key, dialect);
    if (name !== undefined) made.set(name, candidate);
  }
  pairs.set(map, made);
  return made;
}

const pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

/** Start and end of a node without the comments and blank lines after it. */
function extent(node: unknown): [number, number] {
  if (isMap(node) || isSeq(node)) {
    const start = node.range?.[0] ?? 0;
    if (node.flow) return [start, node.range?.[1] ?? start];
    const last = node.items.at(-1);
    if (last === undefined) return [start, node.range?.[1] ?? start];
    const lastNode = isMap(node) ? lastOfPair(last) : last;
    return [start, Math.max(start, extent(lastNode)[1])];
  }
  if (isScalar(node) || isAlias(node)) {
    const range = node.range ?? [0, 0, 0];
    return [range[0], range[1]];
  }
  return [0, 0];
}

function lastOfPair(last: unknown): unknown {
  const { key, value } = last as { key: unknown; value: unknown };
  return isNothing(value) ? key : value;
}

/** Whether a value is absent: nothing after the colon. */
function isNothing(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.range?.[0] === node.range?.[1]);
}
