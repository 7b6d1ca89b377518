import { isMap, isScalar, isSeq, type Scalar } from "yaml";
import { freeMaps, isTyped, lineEnd, openParts, type Spot } from "./spots.ts";

export type Edit = { start: number; end: number; insert: string };

/** A block key moved to the level of the key that holds it. */
export function movedUp(spot: Spot, text: string): { edits: Edit[]; line: number; what: string } | undefined {
  const own = blockOf(spot, text);
  const depth = spot.path.length;
  if (!own || depth < 2 || !isTyped(spot)) return undefined;
  const parent = spot.path.at(-2);
  if (typeof parent !== "string" || upMayBeRight(spot)) return undefined;
  const parentIndent = indentOfParent(spot, text, own.start);
  if (parentIndent === undefined || parentIndent >= own.indent) return undefined;
  // Moved behind the whole of its parent.
  const parentEnd = endOfParent(text, own.start, parentIndent);
  const body = own.text
    .split("\n")
    .map((line) => line.slice(own.indent - parentIndent))
    .join("\n");
  const before = text.slice(0, own.start).split("\n").length;
  const between = text.slice(own.end, parentEnd).split("\n").length - 1;
  return {
    edits: [
      { start: own.start, end: own.end, insert: "" },
      { start: parentEnd, end: parentEnd, insert: body },
    ],
    line: before + between,
    what: "moved out of its parent",
  };
}

/** Where a key means something a level further out too. */
function upMayBeRight({ path }: Spot): boolean {
  const [name, parent] = [String(path.at(-1)), String(path.at(-2))];
  return parent === "metadata" && (name === "name" || name === "namespace") && path.length > 3
    ? true
    : ["annotations", "labels"].includes(parent);
}

/** A block key moved into the mapping that stands right before it. */
export function movedDown(
  spot: Spot,
  text: string,
  spots: readonly Spot[],
): { edits: Edit[]; line: number; what: string } | undefined {
  const own = blockOf(spot, text);
  if (!own || !isTyped(spot)) return undefined;
  const index = spot.parent.items.indexOf(spot.pair);
  const before = spot.parent.items[index - 1];
  const beforeSpot = spots.find((one) => one.pair === before);
  if (
    !before ||
    !beforeSpot?.block ||
    !isMap(before.value) ||
    before.value.flow ||
    before.value.items.length === 0
  )
    return undefined;
  const name = String((before.key as Scalar).value);
  if (freeMaps.has(name) || openParts.has(name) || name === "selector") return undefined;
  const inner = spots.find((one) => one.parent === before.value);
  if (!inner?.block || !isTyped(inner)) return undefined;
  const first = (before.value.items[0]?.key as Scalar | undefined)?.range?.[0];
  if (first === undefined) return undefined;
  const indent = first - (text.lastIndexOf("\n", first - 1) + 1);
  if (indent <= own.indent) return undefined;
  const known = before.value.items.some((one) => isScalar(one.key) && one.key.value === spot.key.value);
  if (known || downMayBeRight(name, String(spot.key.value))) return undefined;
  const pad = " ".repeat(indent - own.indent);
  const body = own.text
    .split("\n")
    .map((line) => (line === "" ? line : pad + line))
    .join("\n");
  return {
    edits: [{ start: own.start, end: own.end, insert: body }],
    line: text.slice(0, own.start).split("\n").length,
    what: `moved into ${name}`,
  };
}

function downMayBeRight(into: string, name: string): boolean {
  return (
    (into === "metadata" && ["labels", "annotations", "name", "namespace", "generation"].includes(name)) ||
    (into === "securityContext" && ["runAsUser"].includes(name)) ||
    (into === "template" && name === "spec") ||
    (/Probe$/.test(into) && ["terminationGracePeriodSeconds"].includes(name)) ||
    (into === "resources" && ["limits", "requests", "claims"].includes(name))
  );
}

/** The lines of a block key, where it stands alone on them. */
export function blockOf(
  spot: Spot,
  text: string,
): { start: number; end: number; indent: number; text: string } | undefined {
  const offset = spot.key.range?.[0];
  if (!spot.block || offset === undefined || text.includes("\r")) return undefined;
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const indent = offset - start;
  if (text.slice(start, offset).trim() !== "") return undefined;
  const value = spot.value as { range?: [number, number, number] | null; anchor?: string } | null;
  if (value?.anchor || text.slice(offset, value?.range?.[1] ?? offset).includes("<<")) return undefined;
  let end = lineEnd(text, offset) + 1;
  while (end < text.length) {
    const next = lineEnd(text, end);
    const line = text.slice(end, next);
    const depth = line.search(/\S/);
    const item = depth === indent && line.trimStart().startsWith("- ") && isSeq(spot.value);
    if (depth === -1 || depth > indent || item) end = next + 1;
    else break;
  }
  return {
    start,
    end: Math.min(end, text.length),
    indent,
    text: text.slice(start, Math.min(end, text.length)),
  };
}

function indentOfParent(spot: Spot, text: string, start: number): number | undefined {
  const lines = text.slice(0, start).split("\n");
  const name = String(spot.path.at(-2));
  const own = spot.key.range?.[0] ?? 0;
  const indent = own - (text.lastIndexOf("\n", own - 1) + 1);
  for (let index = lines.length - 1; index >= 0; index--) {
    const match = /^([ -]*)([^\s:#]+):/.exec(lines[index] ?? "");
    if (!match || (match[1]?.length ?? 0) >= indent) continue;
    return match[2]?.replace(/^["']|["']$/g, "") === name ? match[1]?.length : undefined;
  }
  return undefined;
}

function endOfParent(text: string, from: number, indent: number): number {
  let at = from;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const depth = line.search(/\S/);
    if (depth !== -1 && depth <= indent && !(depth === indent && line.trimStart().startsWith("#"))) {
      return at;
    }
    at = end + 1;
  }
  return text.endsWith("\n") ? text.length : text.length;
}
