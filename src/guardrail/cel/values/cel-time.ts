import { CelError } from "../cel-error.ts";
import { CelOpaque } from "../cel-value.ts";

const second = 1_000_000_000n;
// CEL allows the years 1 to 9999: https://github.com/google/cel-spec/blob/master/doc/langdef.md#timezones
const earliest = -62_135_596_800n * second;
const latest = 253_402_300_800n * second - 1n;
const longest = 2n ** 63n - 1n;

/** A point in time, in nanoseconds since 1970-01-01T00:00:00Z. */
export class CelTimestamp extends CelOpaque {
  override readonly typeName = "google.protobuf.Timestamp";
  readonly nanos: bigint;

  constructor(nanos: bigint) {
    super();
    if (nanos < earliest || nanos > latest) throw new CelError("timestamp overflow");
    this.nanos = nanos;
  }

  override equals(other: CelOpaque): boolean {
    return other instanceof CelTimestamp && other.nanos === this.nanos;
  }

  /** Whole seconds since the epoch, rounded down. */
  get seconds(): bigint {
    return floorDivide(this.nanos, second);
  }

  /** Nanoseconds within the second, 0 to 999999999. */
  get fraction(): number {
    return Number(this.nanos - this.seconds * second);
  }

  /** RFC 3339 in UTC with as many fraction digits as needed: `2024-01-02T03:04:05.5Z`. */
  override toString(): string {
    const whole = new Date(Number(this.seconds) * 1000).toISOString().slice(0, 19);
    const fraction =
      this.fraction === 0 ? "" : `.${String(this.fraction).padStart(9, "0").replace(/0+$/, "")}`;
    return `${whole}${fraction}Z`;
  }
}

/** A span of time in nanoseconds, at most 64 bits signed, as Go's time.Duration. */
export class CelDuration extends CelOpaque {
  override readonly typeName = "google.protobuf.Duration";
  readonly nanos: bigint;

  constructor(nanos: bigint) {
    super();
    if (nanos > longest || nanos < -longest - 1n) throw new CelError("duration overflow");
    this.nanos = nanos;
  }

  override equals(other: CelOpaque): boolean {
    return other instanceof CelDuration && other.nanos === this.nanos;
  }

  /** Seconds with a decimal fraction where there is one: `90s`, `0.5s`. */
  override toString(): string {
    const negative = this.nanos < 0n;
    const size = negative ? -this.nanos : this.nanos;
    const fraction = size % second;
    const digits = fraction === 0n ? "" : `.${String(fraction).padStart(9, "0").replace(/0+$/, "")}`;
    return `${negative ? "-" : ""}${size / second}${digits}s`;
  }
}

/** Integer division that rounds down, also for negative numbers. */
export function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}

const units: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1000n,
  µs: 1000n,
  μs: 1000n,
  ms: 1_000_000n,
  s: second,
  m: 60n * second,
  h: 3600n * second,
};

/** Reads Go's duration syntax (`1h30m`, `-1.5s`, `0`); undefined where it is not one. https://pkg.go.dev/time#ParseDuration */
export function parseDuration(text: string): CelDuration | undefined {
  const [, sign, rest] = /^([-+]?)(.+)$/s.exec(text) ?? [];
  if (rest === undefined) return undefined;
  if (rest === "0") return new CelDuration(0n);
  let nanos = 0n;
  let position = 0;
  const part = /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/y;
  while (position < rest.length) {
    part.lastIndex = position;
    const match = part.exec(rest);
    const whole = match?.[1] ?? "";
    const fraction = match?.[2] ?? "";
    const unit = units[match?.[3] ?? ""];
    if (!match || unit === undefined || whole + fraction === "") return undefined;
    nanos += BigInt(whole || "0") * unit;
    if (fraction !== "") nanos += (BigInt(fraction) * unit) / 10n ** BigInt(fraction.length);
    position = part.lastIndex;
  }
  try {
    return new CelDuration(sign === "-" ? -nanos : nanos);
  } catch {
    return undefined;
  }
}

/** Reads RFC 3339 (`2024-01-02T03:04:05.6+02:00`); undefined where it is not that or names no real moment. */
export function parseTimestamp(text: string): CelTimestamp | undefined {
  const match =
    /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:[.,](\d+))?(?:[Zz]|([-+])(\d\d):(\d\d))$/.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, sec] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (month < 1 || month > 12 || date.getUTCDate() !== day || hour > 23 || minute > 59 || sec > 59)
    return undefined;
  date.setUTCHours(hour, minute, sec);
  const offsetHours = Number(match[9] ?? 0);
  const offsetMinutes = Number(match[10] ?? 0);
  if (offsetHours > 23 || offsetMinutes > 59) return undefined;
  const offset = (match[8] === "-" ? -1 : 1) * (offsetHours * 60 + offsetMinutes);
  const fraction = BigInt((match[7] ?? "").slice(0, 9).padEnd(9, "0"));
  try {
    return new CelTimestamp((BigInt(date.getTime() / 1000) - BigInt(offset) * 60n) * second + fraction);
  } catch {
    return undefined;
  }
}
