import { CelOpaque } from "../cel-value.ts";

/** A semantic version 2.0. https://semver.org */
export class Semver extends CelOpaque {
  override readonly typeName = "kubernetes.Semver";
  readonly numbers: readonly [bigint, bigint, bigint];
  readonly prerelease: readonly string[];

  constructor(numbers: readonly [bigint, bigint, bigint], prerelease: readonly string[]) {
    super();
    this.numbers = numbers;
    this.prerelease = prerelease;
  }

  override equals(other: CelOpaque): boolean {
    return other instanceof Semver && this.compare(other) === 0;
  }

  /** -1, 0 or 1; build metadata does not count. */
  compare(other: Semver): number {
    for (const [i, number] of this.numbers.entries()) {
      const wanted = other.numbers[i] ?? 0n;
      if (number !== wanted) return number < wanted ? -1 : 1;
    }
    if (this.prerelease.length === 0 || other.prerelease.length === 0) {
      return Math.sign(other.prerelease.length - this.prerelease.length);
    }
    for (const [i, part] of this.prerelease.entries()) {
      const against = other.prerelease[i];
      if (against === undefined) return 1;
      const order = compareIdentifiers(part, against);
      if (order !== 0) return order;
    }
    return this.prerelease.length < other.prerelease.length ? -1 : 0;
  }
}

function compareIdentifiers(a: string, b: string): number {
  const aNumber = /^\d+$/.test(a);
  const bNumber = /^\d+$/.test(b);
  if (aNumber && bNumber) return a.length - b.length !== 0 ? Math.sign(a.length - b.length) : order(a, b);
  if (aNumber !== bNumber) return aNumber ? -1 : 1;
  return order(a, b);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const number = "(0|[1-9]\\d*)";
const identifier = "(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)";
const pattern = new RegExp(
  `^${number}\\.${number}\\.${number}(?:-(${identifier}(?:\\.${identifier})*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`,
);

/** Reads a version; `normalize` first drops a leading v, fills missing numbers and strips leading zeros. Undefined where it is none. */
export function parseSemver(text: string, normalize: boolean): Semver | undefined {
  const source = normalize ? normalized(text) : text;
  const match = source === undefined ? null : pattern.exec(source);
  if (!match) return undefined;
  const numbers = [match[1], match[2], match[3]].map((part) => BigInt(part ?? "0"));
  if (numbers.some((part) => part >= 2n ** 64n)) return undefined;
  const [major = 0n, minor = 0n, patch = 0n] = numbers;
  return new Semver([major, minor, patch], match[4]?.split(".") ?? []);
}

function normalized(text: string): string | undefined {
  const bare = text.replace(/^v/, "");
  const [major = "", minor, ...rest] = bare.split(".");
  const parts = [
    major,
    ...(minor === undefined ? [] : [minor]),
    ...(rest.length > 0 ? [rest.join(".")] : []),
  ].map((part) => part.replace(/^0+(?=.)/, "").replace(/^(?=\D)/, part.startsWith("0") ? "0" : ""));
  if (parts.length < 3 && /[-+]/.test(parts.at(-1) ?? "")) return undefined;
  while (parts.length < 3) parts.push("0");
  return parts.join(".");
}
