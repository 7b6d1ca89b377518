import { checkInt, checkUint } from "../arithmetic.ts";
import { CelError } from "../cel-error.ts";
import { mapSize } from "../cel-map.ts";
import {
  bool,
  bytes,
  double,
  duration,
  dyn,
  int,
  listOf,
  mapOf,
  type StaticType,
  string,
  timestamp,
  typeOf,
  uint,
} from "../cel-types.ts";
import {
  type CelMap,
  CelType,
  type CelUint,
  type CelValue,
  type PlainMap,
  typeNameOf,
} from "../cel-value.ts";
import { globalFunction, memberFunction, type Overload } from "../function-library.ts";
import { formatDouble } from "../go-format.ts";
import { re2 } from "../regex/re2.ts";
import { Re2SyntaxError } from "../regex/re2-syntax.ts";
import { CelDuration, CelTimestamp, parseDuration, parseTimestamp } from "../values/cel-time.ts";

const list = listOf(dyn);
const map = mapOf(dyn, dyn);

/** CEL's standard functions: https://github.com/google/cel-spec/blob/master/doc/langdef.md#list-of-standard-definitions */
export const standardFunctions: readonly Overload[] = [
  ...sizes(string, (value: string) => codePointCount(value)),
  ...sizes(bytes, (value: Uint8Array) => value.length),
  ...sizes(list, (value: readonly CelValue[]) => value.length),
  ...sizes(map, (value: CelMap | PlainMap) => mapSize(value)),
  globalFunction("type", [dyn], typeOf(dyn), (value: CelValue) => new CelType(typeNameOf(value))),
  globalFunction("dyn", [dyn], dyn, (value: CelValue) => value),
  memberFunction("startsWith", [string, string], bool, (text: string, prefix: string) =>
    text.startsWith(prefix),
  ),
  memberFunction("endsWith", [string, string], bool, (text: string, suffix: string) => text.endsWith(suffix)),
  memberFunction("contains", [string, string], bool, (text: string, part: string) => text.includes(part)),
  {
    ...memberFunction("matches", [string, string], bool, (text: string, pattern: string) =>
      matches(text, pattern),
    ),
    checkLiteral: ([, pattern]) => regexProblem(pattern),
  },
  {
    ...globalFunction("matches", [string, string], bool, (text: string, pattern: string) =>
      matches(text, pattern),
    ),
    checkLiteral: ([, pattern]) => regexProblem(pattern),
  },
  ...conversions(),
];

function sizes<T extends CelValue>(type: StaticType, count: (value: T) => number): Overload[] {
  const size = (value: T) => BigInt(count(value));
  return [globalFunction("size", [type], int, size), memberFunction("size", [type], int, size)];
}

function codePointCount(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Whether a text contains a match; a pattern that does not compile is an error of the evaluation. */
function matches(text: string, pattern: string): boolean {
  try {
    return re2(pattern).matches(text);
  } catch (cause) {
    throw cause instanceof Re2SyntaxError ? new CelError(cause.message) : cause;
  }
}

/** What is wrong with a literal pattern, for the API server refuses it when the policy is created. */
export function regexProblem(pattern: CelValue | undefined): string | undefined {
  if (typeof pattern !== "string") return undefined;
  try {
    re2(pattern);
    return undefined;
  } catch (cause) {
    if (cause instanceof Re2SyntaxError) return `invalid matches argument: ${cause.message}`;
    throw cause;
  }
}

function conversions(): Overload[] {
  const same = (value: CelValue) => value;
  const wrong = (from: string, to: string) => new CelError(`type conversion error from '${from}' to '${to}'`);
  return [
    globalFunction("bool", [bool], bool, same),
    globalFunction("bool", [string], bool, (text: string) => {
      if (["1", "t", "T", "TRUE", "true", "True"].includes(text)) return true;
      if (["0", "f", "F", "FALSE", "false", "False"].includes(text)) return false;
      throw wrong("string", "bool");
    }),
    globalFunction("bytes", [bytes], bytes, same),
    globalFunction("bytes", [string], bytes, (text: string) => new TextEncoder().encode(text)),
    globalFunction("double", [double], double, same),
    globalFunction("double", [int], double, (value: bigint) => Number(value)),
    globalFunction("double", [uint], double, (value: CelUint) => Number(value.value)),
    globalFunction("double", [string], double, toDouble),
    globalFunction("int", [int], int, same),
    globalFunction("int", [uint], int, (value: CelUint) => checkInt(value.value)),
    globalFunction("int", [double], int, (value: number) => {
      // cel-go refuses the least integer too, since a double cannot tell it from smaller ones.
      if (value <= -(2 ** 63)) throw new CelError("integer overflow");
      return checkInt(truncate(value, "integer overflow"));
    }),
    globalFunction("int", [string], int, (text: string) => {
      if (!/^[-+]?\d+$/.test(text)) throw wrong("string", "int");
      return checkInt(BigInt(text.replace(/^\+/, "")));
    }),
    globalFunction("int", [timestamp], int, (time: CelTimestamp) => time.seconds),
    globalFunction("int", [duration], int, (span: CelDuration) => span.nanos),
    globalFunction("uint", [uint], uint, same),
    globalFunction("uint", [int], uint, (value: bigint) => checkUint(value)),
    globalFunction("uint", [double], uint, (value: number) =>
      checkUint(truncate(value, "unsigned integer overflow")),
    ),
    globalFunction("uint", [string], uint, (text: string) => {
      if (!/^\d+$/.test(text)) throw wrong("string", "uint");
      return checkUint(BigInt(text));
    }),
    globalFunction("string", [string], string, same),
    globalFunction("string", [bool], string, (value: boolean) => String(value)),
    globalFunction("string", [int], string, (value: bigint) => String(value)),
    globalFunction("string", [uint], string, (value: CelUint) => String(value.value)),
    globalFunction("string", [double], string, formatDouble),
    globalFunction("string", [timestamp], string, (time: CelTimestamp) => time.toString()),
    globalFunction("string", [duration], string, (span: CelDuration) => span.toString()),
    globalFunction("string", [bytes], string, toText),
    {
      ...globalFunction("timestamp", [string], timestamp, (text: string) => {
        const time = parseTimestamp(text);
        if (time) return time;
        throw wrong("string", "google.protobuf.Timestamp");
      }),
      checkLiteral: ([text]) =>
        typeof text === "string" && !parseTimestamp(text) ? "invalid timestamp argument" : undefined,
    },
    globalFunction("timestamp", [timestamp], timestamp, same),
    globalFunction(
      "timestamp",
      [int],
      timestamp,
      (seconds: bigint) => new CelTimestamp(seconds * 1_000_000_000n),
    ),
    {
      ...globalFunction("duration", [string], duration, (text: string) => {
        const span = parseDuration(text);
        if (span) return span;
        throw wrong("string", "google.protobuf.Duration");
      }),
      checkLiteral: ([text]) =>
        typeof text === "string" && !parseDuration(text) ? "invalid duration argument" : undefined,
    },
    globalFunction("duration", [duration], duration, same),
    globalFunction("duration", [int], duration, (nanos: bigint) => new CelDuration(nanos)),
  ];
}

function truncate(value: number, problem: string): bigint {
  if (!Number.isFinite(value)) throw new CelError(problem);
  return BigInt(Math.trunc(value));
}

/** Go's strconv.ParseFloat, without hexadecimal floats and underscores. */
function toDouble(text: string): number {
  if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text)) return Number(text);
  const special = /^([-+]?)(?:(inf|infinity)|(nan))$/i.exec(text);
  if (!special) throw new CelError("type conversion error from 'string' to 'double'");
  if (special[3]) return Number.NaN;
  return special[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

function toText(value: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(value);
  } catch {
    throw new CelError("invalid UTF-8 in bytes, cannot convert to string");
  }
}
