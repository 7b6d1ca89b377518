import { CelError } from "../cel-error.ts";
import { CelOpaque } from "../cel-value.ts";

const suffixes: Readonly<Record<string, { base: 10 | 2; exponent: number }>> = {
  n: { base: 10, exponent: -9 },
  u: { base: 10, exponent: -6 },
  m: { base: 10, exponent: -3 },
  "": { base: 10, exponent: 0 },
  k: { base: 10, exponent: 3 },
  M: { base: 10, exponent: 6 },
  G: { base: 10, exponent: 9 },
  T: { base: 10, exponent: 12 },
  P: { base: 10, exponent: 15 },
  E: { base: 10, exponent: 18 },
  Ki: { base: 2, exponent: 10 },
  Mi: { base: 2, exponent: 20 },
  Gi: { base: 2, exponent: 30 },
  Ti: { base: 2, exponent: 40 },
  Pi: { base: 2, exponent: 50 },
  Ei: { base: 2, exponent: 60 },
};

const maxInt = 2n ** 63n - 1n;
/** Digits that always fit in 64 bits: Go's maxInt64Factors. */
const safeDigits = 18;
const nano = -9;

/**
 * A Kubernetes quantity, exact: `unscaled` × 10^`scale`. `small` is true while Go holds it in 64 bits, which is what
 * decides whether `asInteger` works there. https://pkg.go.dev/k8s.io/apimachinery/pkg/api/resource#Quantity
 */
export class Quantity extends CelOpaque {
  override readonly typeName = "kubernetes.Quantity";
  readonly unscaled: bigint;
  readonly scale: number;
  readonly small: boolean;

  constructor(unscaled: bigint, scale: number, small: boolean) {
    super();
    this.unscaled = unscaled;
    this.scale = scale;
    this.small = small;
  }

  override equals(other: CelOpaque): boolean {
    return other instanceof Quantity && this.compare(other) === 0;
  }

  /** -1, 0 or 1. */
  compare(other: Quantity): number {
    const scale = Math.min(this.scale, other.scale);
    const a = this.#at(scale);
    const b = other.#at(scale);
    return a < b ? -1 : a > b ? 1 : 0;
  }

  plus(other: Quantity): Quantity {
    if (this.unscaled === 0n && this.small && other.small) return other;
    const scale = Math.min(this.scale, other.scale);
    const sum = this.#at(scale) + other.#at(scale);
    return new Quantity(sum, scale, this.small && other.small && fits(sum));
  }

  times(factor: bigint): Quantity {
    const product = this.unscaled * factor;
    return new Quantity(product, this.scale, this.small && fits(product));
  }

  /** The value as an int, or undefined where Go cannot give it: a fraction part, even `.0` or `1000m`, or too large. */
  integer(): bigint | undefined {
    if (!this.small || this.scale < 0) return undefined;
    const value = this.#at(0);
    return fits(value) ? value : undefined;
  }

  toNumber(): number {
    return Number(`${this.unscaled}e${this.scale}`);
  }

  #at(scale: number): bigint {
    return this.unscaled * 10n ** BigInt(this.scale - scale);
  }
}

function fits(value: bigint): boolean {
  return value <= maxInt && value >= -maxInt;
}

/** Reads a quantity such as `100m`, `1.5Gi` or `12e6`; undefined where it is none. */
export function parseQuantity(text: string): Quantity | undefined {
  const match = /^([-+]?)(\d*)(?:\.(\d*))?(?:([eE])([-+]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/.exec(text);
  if (!match) return undefined;
  const [, sign, whole = "", fraction = "", , power, suffix = ""] = match;
  if (whole + fraction === "") return undefined;
  const unit = power === undefined ? suffixes[suffix] : { base: 10 as const, exponent: Number(power) };
  if (!unit || Math.abs(unit.exponent) > 1000) return undefined;
  const number = whole.replace(/^0+(?=\d)/, "");
  const digits = BigInt(number + fraction || "0") * (sign === "-" ? -1n : 1n);
  if (unit.base === 2) return binary(digits, number, fraction, unit.exponent);
  const scale = unit.exponent - fraction.length;
  const small = number.length + fraction.length <= safeDigits && scale >= nano;
  return small ? new Quantity(digits, scale, true) : rounded(digits, scale);
}

function binary(digits: bigint, number: string, fraction: string, exponent: number): Quantity {
  const value = digits * 2n ** BigInt(exponent);
  const precise = 15 - number.length - Math.trunc((exponent * 3) / 10) - 1;
  if (fraction === "" && precise >= 0 && fits(value)) return new Quantity(value, 0, true);
  const exact = rounded(value, -fraction.length);
  const cap = new Quantity(maxInt, 0, false);
  return exact.compare(cap) > 0 ? cap : exact;
}

/** Digits finer than nano are rounded away from zero. */
function rounded(digits: bigint, scale: number): Quantity {
  if (scale >= nano) return new Quantity(digits, scale, false);
  const divisor = 10n ** BigInt(nano - scale);
  const quotient = digits / divisor;
  const up = digits % divisor === 0n ? 0n : digits < 0n ? -1n : 1n;
  return new Quantity(quotient + up, nano, false);
}

const shape = /^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$/;

/** Reads a quantity; throws the API server's error. */
export function toQuantity(text: string): Quantity {
  const quantity = parseQuantity(text);
  if (quantity) return quantity;
  throw new CelError(
    shape.test(text)
      ? "unable to parse quantity's suffix"
      : "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
  );
}

const decimalSuffixes: ReadonlyMap<number, string> = new Map(
  Object.entries(suffixes).flatMap(([suffix, { base, exponent }]) =>
    base === 10 ? [[exponent, suffix] as const] : [],
  ),
);
const binarySuffixes: readonly string[] = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

/**
 * A quantity as the API server writes it back, and so as policies see it: `1024Mi` is `1Gi`, `0.5` is `500m`, `1000` is
 * `1k`. Undefined where the text is no quantity. https://pkg.go.dev/k8s.io/apimachinery/pkg/api/resource#Quantity.CanonicalizeBytes
 */
export function canonicalQuantity(text: string): string | undefined {
  const quantity = parseQuantity(text);
  if (!quantity) return undefined;
  if (quantity.unscaled === 0n) return "0";
  const small = quantity.compare(new Quantity(1024n, 0, true)) < 0;
  const large = quantity.compare(new Quantity(-1024n, 0, true)) <= 0;
  if (/[KMGTPE]i$/.test(text) && (!small || large)) return binaryText(quantity);
  return decimalText(quantity, /[eE][-+]?\d+$/.test(text)) ?? text;
}

function binaryText({ unscaled, scale }: Quantity): string {
  const divisor = 10n ** BigInt(Math.max(0, -scale));
  const sign = unscaled < 0n ? -1n : 1n;
  // What is no whole number is rounded away from zero.
  let whole = (unscaled * 10n ** BigInt(Math.max(0, scale)) + sign * (divisor - 1n)) / divisor;
  let power = 0;
  while (whole % 1024n === 0n && power < binarySuffixes.length - 1) {
    whole /= 1024n;
    power++;
  }
  return `${whole}${binarySuffixes[power] ?? ""}`;
}

function decimalText({ unscaled, scale }: Quantity, asExponent: boolean): string | undefined {
  let mantissa = unscaled;
  let exponent = scale;
  while (mantissa % 10n === 0n) {
    mantissa /= 10n;
    exponent++;
  }
  while (exponent % 3 !== 0) {
    mantissa *= 10n;
    exponent--;
  }
  if (asExponent) return `${mantissa}${exponent === 0 ? "" : `e${exponent}`}`;
  const suffix = decimalSuffixes.get(exponent);
  return suffix === undefined ? undefined : `${mantissa}${suffix}`;
}
