const pattern = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)(m|u|n|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][+-]?\d+)?$/;

const factors: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/**
 * The number a quantity stands for, or undefined where it is none: `500m` is 0.5, `1Ki` 1024, `1e3` 1000.
 * Grammar: k8s.io/apimachinery/pkg/api/resource, Quantity.
 */
export function parseQuantity(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "string") return undefined;
  const match = pattern.exec(value);
  if (!match) return undefined;
  const [, sign, digits = "", suffix = ""] = match;
  const factor = factors[suffix];
  const magnitude =
    factor === undefined
      ? Number(digits + suffix)
      : Number(digits.endsWith(".") ? digits.slice(0, -1) : digits) * factor;
  return sign === "-" ? -magnitude : magnitude;
}

/** What was most likely meant by a text that is no quantity: `1GB` is `1G`, `500MiB` is `500Mi`, `1 Gi` is `1Gi`. */
export function nearestQuantity(text: string): string | undefined {
  const match = /^([+-]?[\d.]+)\s*([A-Za-z]+)$/.exec(text.trim());
  if (!match?.[1] || !match[2]) return undefined;
  const [, digits, unit] = match;
  const known = [unit, unit.replace(/b(?:ytes?)?$/i, ""), unit.replace(/ytes?$/, "")];
  for (const candidate of known) {
    for (const suffix of Object.keys(factors)) {
      if (candidate === suffix)
        return parseQuantity(digits + suffix) === undefined ? undefined : digits + suffix;
    }
  }
  const upper = unit.replace(/b$/i, "").toLowerCase();
  const bySpelling: Record<string, string> = {
    k: "k",
    ki: "Ki",
    m: "M",
    mi: "Mi",
    g: "G",
    gi: "Gi",
    t: "T",
    ti: "Ti",
  };
  const suffix = bySpelling[upper];
  return suffix === undefined ? undefined : digits + suffix;
}
