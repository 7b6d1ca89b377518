import { Scalar, type ScalarTag, type Tags } from "yaml";

/**
 * Plain scalars as sigs.k8s.io/yaml reads them, the library behind kubectl and the API server. It carries a fork of
 * go-yaml v2 (https://github.com/kubernetes-sigs/yaml/tree/master/goyaml.v2, resolve.go): YAML 1.1 booleans, octal with
 * a leading zero, underscores in numbers; but no base-60 numbers, and timestamps stay strings.
 */
const booleans = new Map<string, boolean>();
for (const word of ["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"])
  booleans.set(word, true);
for (const word of ["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"])
  booleans.set(word, false);

const nulls = new Set(["", "~", "null", "Null", "NULL"]);
const float = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const infinity = /^[-+]?\.(inf|Inf|INF)$/;
const notANumber = /^\.(nan|NaN|NAN)$/;

/** Value of a plain scalar as Kubernetes' reader sees it. */
export function resolveKubernetesScalar(text: string): string | number | bigint | boolean | null {
  if (nulls.has(text)) return null;
  const boolean = booleans.get(text);
  if (boolean !== undefined) return boolean;
  if (infinity.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  if (notANumber.test(text)) return Number.NaN;
  if (!/^[-+.0-9]/.test(text)) return text;
  const plain = text.replaceAll("_", "");
  const integer = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/.exec(plain);
  if (integer) {
    const [, sign, hex, binary, octal, decimal] = integer;
    const size = BigInt(hex ? `0x${hex}` : binary ? `0b${binary}` : octal ? `0o${octal}` : (decimal ?? "0"));
    const value = sign === "-" ? -size : size;
    // go-yaml reads a signed or unsigned 64-bit integer; what is larger becomes a float.
    return value >= -(2n ** 63n) && value < 2n ** 64n ? value : Number(plain);
  }
  return float.test(plain) ? Number(plain) : text;
}

/**
 * How other YAML readers (YAML 1.2, or the author's eye) take a plain scalar that Kubernetes reads as something else;
 * undefined where nobody would be surprised.
 */
export function surpriseOf(text: string): string | undefined {
  if (/^(y|yes|on|n|no|off)$/i.test(text) && booleans.has(text)) return `the boolean ${booleans.get(text)}`;
  if (/^[-+]?0[0-9_]*[1-9_][0-9_]*$/.test(text)) {
    const value = resolveKubernetesScalar(text);
    if (typeof value !== "string" && String(value) !== text) return `the number ${value}`;
  }
  return undefined;
}

/** Tags that make the `yaml` package resolve plain scalars as Kubernetes does; quoted ones stay strings. */
export function kubernetesTags(tags: Tags): Tags {
  const kept = tags.filter(
    (tag) =>
      typeof tag === "object" &&
      ![
        "tag:yaml.org,2002:bool",
        "tag:yaml.org,2002:int",
        "tag:yaml.org,2002:float",
        "tag:yaml.org,2002:null",
      ].includes(tag.tag),
  );
  const plain: ScalarTag = {
    tag: "tag:yaml.org,2002:int",
    default: true,
    // Everything a plain scalar may be except ordinary words, which stay strings without a call.
    test: /^(?:[-+.0-9].*|~|null|Null|NULL|[yYnN]|yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF|)$/,
    resolve: (text) => {
      const value = resolveKubernetesScalar(text);
      const scalar = new Scalar(typeof value === "bigint" && isSafe(value) ? Number(value) : value);
      if (typeof value === "bigint") scalar.format = "INT";
      return scalar;
    },
  };
  return [...kept, plain];
}

function isSafe(value: bigint): boolean {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
}
