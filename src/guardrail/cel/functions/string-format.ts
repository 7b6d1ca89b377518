import { CelError } from "../cel-error.ts";
import { mapGet, mapKeys } from "../cel-map.ts";
import {
  type CelMap,
  CelType,
  CelUint,
  type CelValue,
  isList,
  isMap,
  type PlainMap,
  typeNameOf,
} from "../cel-value.ts";
import { formatDouble, quoteString } from "../go-format.ts";
import { CelDuration, CelTimestamp } from "../values/cel-time.ts";

const defaultPrecision = 6;
/** The most that JavaScript writes. */
const maxPrecision = 100;

/**
 * `text.format(args)`: printf-like substitution with %s %d %f %e %b %x %X %o and %%.
 * https://pkg.go.dev/github.com/google/cel-go/ext#Strings
 */
export function formatText(text: string, args: readonly CelValue[]): string {
  let next = 0;
  return text.replace(/%(?:%|(?:\.(\d+))?(.?))/gsu, (clause, precision: string | undefined, verb: string) => {
    if (clause === "%%") return "%";
    if (verb === "") throw new CelError("unexpected end of string");
    const value = args[next];
    if (value === undefined) throw new CelError(`index ${next} out of range`);
    next++;
    return formatClause(verb, value, precision === undefined ? defaultPrecision : Number(precision));
  });
}

function formatClause(verb: string, value: CelValue, precision: number): string {
  switch (verb) {
    case "s":
      return showText(value);
    case "d": {
      const whole = integer(value);
      if (whole !== undefined) return String(whole);
      throw new CelError(
        `error during formatting: decimal clause can only be used on integers, was given ${typeNameOf(value)}`,
      );
    }
    case "f":
      return fixedPoint(real(value, "fixed-point"), Math.min(precision, maxPrecision));
    case "e": {
      const number = real(value, "scientific");
      if (!Number.isFinite(number)) return String(number);
      return number.toExponential(Math.min(precision, maxPrecision)).replace(/e([-+])(\d)$/, "e$10$2");
    }
    case "b":
      if (typeof value === "boolean") return value ? "1" : "0";
      return radix(value, 2, "only integers and bools can be formatted as binary");
    case "x":
    case "X": {
      const hex = hexadecimal(value);
      return verb === "X" ? hex.toUpperCase() : hex;
    }
    case "o":
      return radix(value, 8, "octal clause can only be used on integers");
    default:
      throw new CelError(`could not parse formatting clause: unrecognized formatting clause "${verb}"`);
  }
}

// JavaScript rounds a tie away from zero, Go to the even digit.
function fixedPoint(value: number, precision: number): string {
  if (!Number.isFinite(value)) return String(value);
  const rounded = value.toFixed(precision);
  const exact = value.toFixed(maxPrecision);
  const rest = exact.slice(exact.indexOf(".") + 1 + precision);
  if (!/^50*$/.test(rest)) return rounded;
  const down = exact.slice(0, exact.length - rest.length).replace(/\.$/, "");
  return /[02468]$/.test(down) ? down : rounded;
}

function integer(value: CelValue): bigint | undefined {
  if (typeof value === "bigint") return value;
  return value instanceof CelUint ? value.value : undefined;
}

function real(value: CelValue, clause: string): number {
  if (typeof value === "number") return value;
  if (value === "NaN" || value === "Infinity" || value === "-Infinity") return Number(value);
  throw new CelError(
    `error during formatting: ${clause} clause can only be used on doubles, was given ${typeNameOf(value)}`,
  );
}

function radix(value: CelValue, base: number, rule: string): string {
  const whole = integer(value);
  if (whole !== undefined) return whole.toString(base);
  throw new CelError(`error during formatting: ${rule}, was given ${typeNameOf(value)}`);
}

function hexadecimal(value: CelValue): string {
  const bytes = typeof value === "string" ? new TextEncoder().encode(value) : value;
  if (bytes instanceof Uint8Array)
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return radix(value, 16, "only integers, byte buffers, and strings can be formatted as hex");
}

/** `%s` of any value that has a text form; inside a list or map strings are quoted, as CEL literals. */
function showText(value: CelValue): string {
  if (typeof value === "string") return value;
  if (value === null) return "null";
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (typeof value === "number") return formatDouble(value);
  if (isList(value)) return `[${value.map(showInner).join(", ")}]`;
  if (value instanceof CelUint) return String(value.value);
  if (value instanceof CelTimestamp || value instanceof CelDuration) return value.toString();
  if (value instanceof CelType) return value.name;
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  if (isMap(value)) return showMap(value);
  throw new CelError(
    `error during formatting: string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists, types, durations, and timestamps, was given ${typeNameOf(value)}`,
  );
}

function showMap(map: CelMap | PlainMap): string {
  const entries = mapKeys(map).map((key) => ({
    key: showInner(key),
    value: showInner(mapGet(map, key) ?? null),
  }));
  entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return `{${entries.map(({ key, value }) => `${key}:${value}`).join(", ")}}`;
}

function showInner(value: CelValue): string {
  if (typeof value === "string") return quoteString(value);
  if (value instanceof Uint8Array) return `b${quoteString(showText(value))}`;
  if (value instanceof CelTimestamp) return `timestamp(${quoteString(value.toString())})`;
  if (value instanceof CelDuration) return `duration(${quoteString(value.toString())})`;
  if (typeof value === "number")
    return Number.isFinite(value) ? value.toFixed(defaultPrecision) : `"${formatDouble(value)}"`;
  return showText(value);
}
