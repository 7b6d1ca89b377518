import { nearestName } from "../finding/nearest-name.ts";
import type { YamlPath } from "../yaml/yaml-types.ts";
import { type CompiledSchema, namedFields } from "./compile-schema.ts";
import { pathText } from "./fault.ts";

/** Where a field that is unknown at its place most likely belongs. */
export type FieldAdvice = { rename: string } | { move: string } | { known: string[] };

const searchDepth = 4;
const searchWidth = 4000;

/**
 * Looks for what an author meant by a field: a neighbour spelt alike, the same name further out (indented too far) or
 * further in (not indented enough).
 * @param schemas schemas from the document's root to the mapping that has the field
 * @param path path of that mapping
 * @param present fields the mapping already has
 */
export function adviseField(
  name: string,
  schemas: readonly CompiledSchema[],
  path: YamlPath,
  present: ReadonlySet<string>,
): FieldAdvice {
  const here = schemas.at(-1);
  const neighbours = [...fieldsOf(here)].filter((field) => !present.has(field));
  const near = nearestName(name, neighbours);
  if (near !== undefined && isTypo(name, near)) return { rename: near };
  const outer = outerPlace(name, schemas, path);
  const inner = innerPlace(name, here, path);
  if (inner && (!outer || inner.depth <= outer.depth)) return { move: inner.place };
  if (outer) return { move: outer.place };
  if (near !== undefined) return { rename: near };
  return { known: [...fieldsOf(here)] };
}

/** Names of the fields a schema knows, those of its parts included. */
export function fieldsOf(schema: CompiledSchema | undefined): Set<string> {
  return new Set(schema ? namedFields(schema).keys() : []);
}

/** Equal but for case, or one slip in a word long enough for that to mean something. */
function isTypo(name: string, near: string): boolean {
  if (name.toLowerCase() === near.toLowerCase()) return true;
  return name.length >= 4 && Math.abs(name.length - near.length) <= 1 && differences(name, near) <= 2;
}

/** Number of places at which two words differ once their common ends are taken off. */
function differences(a: string, b: string): number {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return Math.max(a.length, b.length) - start - end;
}

function outerPlace(
  name: string,
  schemas: readonly CompiledSchema[],
  path: YamlPath,
): { place: string; depth: number } | undefined {
  for (let level = schemas.length - 2; level >= 0; level--) {
    const outer = schemas[level];
    if (outer && namedFields(outer).has(name)) {
      const depth = schemas.length - 1 - level;
      return { place: level === 0 ? "the top level" : pathText(path.slice(0, level)), depth };
    }
  }
  return undefined;
}

/** Breadth first, so that the nearest place wins. */
function innerPlace(
  name: string,
  here: CompiledSchema | undefined,
  path: YamlPath,
): { place: string; depth: number } | undefined {
  let level: { schema: CompiledSchema; place: string }[] = here
    ? [{ schema: here, place: pathText(path) }]
    : [];
  let visited = 0;
  for (let depth = 1; depth <= searchDepth; depth++) {
    const next: typeof level = [];
    for (const { schema, place } of level) {
      for (const [field, part] of namedFields(schema)) {
        if (field === "status" || ++visited > searchWidth) continue;
        const child = part.get();
        const inside = child.items ? child.items.get() : child;
        const childPlace = `${place === "" ? "" : `${place}.`}${field}${child.items ? "[]" : ""}`;
        if (namedFields(inside).has(name)) return { place: childPlace, depth };
        if (namedFields(inside).size > 0) next.push({ schema: inside, place: childPlace });
      }
    }
    level = next;
  }
  return undefined;
}
