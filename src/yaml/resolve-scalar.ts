import type { YamlDialect } from "./yaml-types.ts";

/** What a plain scalar means: text stays text, an integer is a bigint, everything else its JavaScript value. */
export type ResolvedScalar = string | number | bigint | boolean | null;

const coreWords = new Map<string, boolean | number | null>([
  ["", null],
  ["~", null],
  ...(["null", "Null", "NULL"].map((word) => [word, null]) as [string, null][]),
  ...(["true", "True", "TRUE"].map((word) => [word, true]) as [string, boolean][]),
  ...(["false", "False", "FALSE"].map((word) => [word, false]) as [string, boolean][]),
  ...([".nan", ".NaN", ".NAN"].map((word) => [word, Number.NaN]) as [string, number][]),
  ...([".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map((word) => [word, Infinity]) as [
    string,
    number,
  ][]),
  ...(["-.inf", "-.Inf", "-.INF"].map((word) => [word, -Infinity]) as [string, number][]),
]);

const kubernetesWords = new Map<string, boolean | number | null>([
  ...coreWords,
  ...(["y", "Y", "yes", "Yes", "YES", "on", "On", "ON"].map((word) => [word, true]) as [string, boolean][]),
  ...(["n", "N", "no", "No", "NO", "off", "Off", "OFF"].map((word) => [word, false]) as [string, boolean][]),
]);

/**
 * Reads a plain (unquoted, untagged) scalar.
 *
 * `core`: the core schema of YAML 1.2.2, section 10.3.2.
 * `kubernetes`: the reader behind kubectl, sigs.k8s.io/yaml, that is goyaml.v2/resolve.go: YAML 1.1 booleans
 * (`yes`, `on`, `y`), octal with a leading 0, `0x`, `0o`, `0b`, underscores in numbers, no sexagesimal numbers;
 * timestamps stay text.
 */
export function resolveScalar(text: string, dialect: YamlDialect): ResolvedScalar {
  const words = dialect === "core" ? coreWords : kubernetesWords;
  if (text.length <= 5) {
    const word = words.get(text);
    if (word !== undefined) return word;
  }
  const first = text.charCodeAt(0);
  const numeric = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
  if (!numeric) return text;
  return dialect === "core" ? coreNumber(text) : kubernetesNumber(text);
}

function coreNumber(text: string): ResolvedScalar {
  if (/^[-+]?[0-9]+$/.test(text)) return BigInt(text.replace(/^\+/, ""));
  if (/^0o[0-7]+$/.test(text) || /^0x[0-9a-fA-F]+$/.test(text)) return BigInt(text);
  if (/^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(text)) return Number(text);
  return text;
}

function kubernetesNumber(text: string): ResolvedScalar {
  if (text.charCodeAt(0) === 46) {
    return /^\.[0-9]+([eE][-+]?[0-9]+)?$/.test(text) ? Number(text) : text;
  }
  const plain = text.includes("_") ? text.replaceAll("_", "") : text;
  const integer = goInteger(plain);
  if (integer !== undefined) return integer;
  if (/^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(plain)) return Number(plain);
  return text;
}

/** An integer as Go's strconv.ParseInt reads it with base 0: prefixes 0x, 0o, 0b and a bare 0 for octal. */
function goInteger(text: string): bigint | undefined {
  const match = /^([-+]?)(0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|0[0-7]*|[1-9][0-9]*)$/.exec(text);
  if (!match?.[2]) return undefined;
  const digits = match[2].toLowerCase();
  const magnitude = /^0[0-7]+$/.test(digits) ? BigInt(`0o${digits.slice(1)}`) : BigInt(digits);
  return match[1] === "-" ? -magnitude : magnitude;
}
