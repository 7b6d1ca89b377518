import { CelError, noSuchOverload } from "../cel-error.ts";
import { dyn, int, listOf, string } from "../cel-types.ts";
import type { CelValue } from "../cel-value.ts";
import { globalFunction, memberFunction, type Overload } from "../function-library.ts";
import { quoteString } from "../go-format.ts";
import { formatText } from "./string-format.ts";

/**
 * cel-go's string extension, version 2 as Kubernetes has it since 1.29. Positions count code points.
 * https://pkg.go.dev/github.com/google/cel-go/ext#Strings
 */
export const stringFunctions: readonly Overload[] = [
  memberFunction("charAt", [string, int], string, (text: string, at: bigint) => {
    const points = [...text];
    const index = inRange(at, points.length);
    return points[index] ?? "";
  }),
  memberFunction("indexOf", [string, string], int, (text: string, part: string) => indexOf(text, part, 0n)),
  memberFunction("indexOf", [string, string, int], int, (text: string, part: string, from: bigint) =>
    indexOf(text, part, from),
  ),
  memberFunction("lastIndexOf", [string, string], int, (text: string, part: string) => {
    const length = BigInt([...text].length);
    if (part === "") return length;
    return length === 0n ? -1n : lastIndexOf(text, part, length - 1n);
  }),
  memberFunction("lastIndexOf", [string, string, int], int, (text: string, part: string, from: bigint) =>
    lastIndexOf(text, part, from),
  ),
  memberFunction("lowerAscii", [string], string, (text: string) =>
    text.replace(/[A-Z]+/g, (upper) => upper.toLowerCase()),
  ),
  memberFunction("upperAscii", [string], string, (text: string) =>
    text.replace(/[a-z]+/g, (lower) => lower.toUpperCase()),
  ),
  memberFunction("replace", [string, string, string], string, (text: string, old: string, by: string) =>
    replace(text, old, by, -1),
  ),
  memberFunction(
    "replace",
    [string, string, string, int],
    string,
    (text: string, old: string, by: string, limit: bigint) => replace(text, old, by, Number(limit)),
  ),
  memberFunction("split", [string, string], listOf(string), (text: string, by: string) =>
    split(text, by, -1),
  ),
  memberFunction("split", [string, string, int], listOf(string), (text: string, by: string, limit: bigint) =>
    split(text, by, Number(limit)),
  ),
  memberFunction("substring", [string, int], string, (text: string, from: bigint) => {
    const points = [...text];
    return points.slice(inRange(from, points.length)).join("");
  }),
  memberFunction("substring", [string, int, int], string, (text: string, from: bigint, to: bigint) => {
    const points = [...text];
    if (from > to) throw new CelError(`invalid substring range. start: ${from}, end: ${to}`);
    return points.slice(inRange(from, points.length), inRange(to, points.length)).join("");
  }),
  // Go's unicode.IsSpace, which has U+0085 and not U+FEFF.
  memberFunction("trim", [string], string, (text: string) =>
    text.replace(/^[\t-\r \u0085\p{Z}]+|[\t-\r \u0085\p{Z}]+$/gu, ""),
  ),
  memberFunction("join", [listOf(string)], string, (texts: readonly CelValue[]) => join(texts, "")),
  memberFunction("join", [listOf(string), string], string, (texts: readonly CelValue[], by: string) =>
    join(texts, by),
  ),
  memberFunction("format", [string, listOf(dyn)], string, (text: string, args: readonly CelValue[]) =>
    formatText(text, args),
  ),
  globalFunction("strings.quote", [string], string, (text: string) => quoteString(text)),
];

function inRange(position: bigint, length: number): number {
  if (position < 0n || position > BigInt(length)) throw new CelError(`index out of range: ${position}`);
  return Number(position);
}

function indexOf(text: string, part: string, from: bigint): bigint {
  if (part === "") return from;
  const points = [...text];
  if (from < 0n || (from >= BigInt(points.length) && !(from === 0n && points.length === 0))) {
    throw new CelError(`index out of range: ${from}`);
  }
  const skipped = points.slice(0, Number(from)).join("").length;
  const found = text.indexOf(part, skipped);
  return found === -1 ? -1n : BigInt([...text.slice(0, found)].length);
}

function lastIndexOf(text: string, part: string, from: bigint): bigint {
  if (part === "") return from;
  const points = [...text];
  if (from < 0n || from >= BigInt(points.length)) throw new CelError(`index out of range: ${from}`);
  const latest = points.slice(0, Number(from)).join("").length;
  const found = text.lastIndexOf(part, latest);
  return found === -1 ? -1n : BigInt([...text.slice(0, found)].length);
}

// Go's strings.Replace: an empty old text matches before each code point and at the end.
function replace(text: string, old: string, by: string, limit: number): string {
  if (limit === 0 || old === by) return text;
  const pieces = old === "" ? ["", ...text, ""] : text.split(old);
  const count = old === "" ? pieces.length - 1 : pieces.length - 1;
  const replaced = limit < 0 ? count : Math.min(limit, count);
  let result = pieces[0] ?? "";
  for (let i = 1; i < pieces.length; i++) result += (i <= replaced ? by : old) + (pieces[i] ?? "");
  return result;
}

// Go's strings.SplitN.
function split(text: string, by: string, limit: number): string[] {
  if (limit === 0) return [];
  const pieces = by === "" ? [...text] : text.split(by);
  if (limit < 0 || pieces.length <= limit) return pieces;
  return [...pieces.slice(0, limit - 1), pieces.slice(limit - 1).join(by)];
}

function join(texts: readonly CelValue[], by: string): string {
  if (texts.every((text) => typeof text === "string")) return texts.join(by);
  throw noSuchOverload();
}
