import type { ManifestObject } from "../kube/parse-manifests.ts";
import { CelMap, type CelValue, isMap } from "./cel/cel-value.ts";
import { canonicalQuantity } from "./cel/values/quantity.ts";
import { isBuiltIn } from "./match-resources.ts";

import { isRecord } from "./read-policy-fields.ts";

const known = new WeakMap<object, CelValue>();

/**
 * An object as CEL sees it in the API server: JSON numbers without a fraction are ints, others doubles. Kubernetes'
 * own kinds pass through Go types there, so a field that is null is absent, and a quantity is text in its canonical
 * form. A namespaced object has its namespace. Not simulated are other defaults, and that Go omits empty values:
 * `has()` sees what is written.
 */
export function objectToCel(object: ManifestObject, namespaced: boolean): CelValue {
  let value = known.get(object.value);
  if (value === undefined) {
    const exact = hasLargeInteger(object.value) ? exactValue(object) : object.value;
    value = typedValue(exact, object.group, object.kind, namespaced);
    known.set(object.value, value);
  }
  return value;
}

/** The same of a value that stands in no file, such as the object before an update. */
export function recordToCel(
  value: Readonly<Record<string, unknown>>,
  { group, kind }: { group: string; kind: string },
  namespaced: boolean,
): CelValue {
  return typedValue(value, group, kind, namespaced);
}

function typedValue(value: unknown, group: string, kind: string, namespaced: boolean): CelValue {
  const typed = isBuiltIn(group);
  const converted = convert(value, typed, typed ? quantityFields[kind] : undefined);
  return namespaced ? withNamespace(converted) : converted;
}

// The API server writes the namespace of the request into the object before any policy sees it.
function withNamespace(value: CelValue): CelValue {
  if (!isMap(value) || value instanceof CelMap) return value;
  const metadata = value["metadata"] ?? {};
  if (!isMap(metadata) || metadata instanceof CelMap) return value;
  const namespace = metadata["namespace"];
  if (namespace !== undefined && namespace !== null && namespace !== "") return value;
  return { ...value, metadata: { ...metadata, namespace: "default" } };
}

/** Any JSON-like value as CEL sees it, without the rules for Kubernetes' own kinds. */
export function toCelValue(value: unknown): CelValue {
  return convert(value, false, undefined);
}

function exactValue({ document, path, value }: ManifestObject): unknown {
  let found = document.valueWithBigInts();
  for (const step of path) {
    if (Array.isArray(found)) found = found[Number(step)];
    else if (isRecord(found)) found = found[step];
  }
  return found ?? value;
}

function hasLargeInteger(value: unknown): boolean {
  if (typeof value === "number") return Number.isInteger(value) && !Number.isSafeInteger(value);
  if (Array.isArray(value)) return value.some(hasLargeInteger);
  return isRecord(value) && Object.values(value).some(hasLargeInteger);
}

/** Fields whose values are maps of quantities, wherever they stand in a built-in kind. */
const quantityMaps: ReadonlySet<string> = new Set(["limits", "requests"]);
/** Further ones that mean quantities only in some kinds. */
const quantityFields: Readonly<Record<string, ReadonlySet<string>>> = {
  PersistentVolume: new Set(["capacity"]),
  ResourceQuota: new Set(["hard"]),
  LimitRange: new Set(["max", "min", "default", "defaultRequest", "maxLimitRequestRatio"]),
  RuntimeClass: new Set(["podFixed"]),
};

function convert(value: unknown, typed: boolean, quantities: ReadonlySet<string> | undefined): CelValue {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "bigint":
      return value;
    case "number":
      // Go writes a whole float without a fraction and so reads it back as an integer, up to 1e21.
      return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value) : value;
    default:
      break;
  }
  if (Array.isArray(value)) return value.map((item) => convert(item, typed, quantities));
  if (!isRecord(value)) return null;
  const map: Record<string, CelValue> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (typed && inner === null && key !== "creationTimestamp") continue;
    const holdsQuantities =
      typed && (quantityMaps.has(key) || quantities?.has(key) === true) && isRecord(inner);
    const converted = holdsQuantities
      ? quantityMap(inner)
      : typed && key === "sizeLimit"
        ? quantityText(inner)
        : convert(inner, typed, quantities);
    if (key === "__proto__") Object.defineProperty(map, key, { value: converted, enumerable: true });
    else map[key] = converted;
  }
  return map;
}

function quantityMap(map: Readonly<Record<string, unknown>>): CelValue {
  return Object.fromEntries(
    Object.entries(map)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, quantityText(value)]),
  );
}

// What is no quantity the API server would refuse; a policy may still be asked about it.
function quantityText(value: unknown): CelValue {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "bigint")
    return toCelValue(value);
  const text = String(value);
  let canonical = canonicals.get(text);
  if (canonical === undefined) {
    canonical = canonicalQuantity(text.trim()) ?? text;
    if (canonicals.size < 10_000) canonicals.set(text, canonical);
  }
  return canonical;
}

/** A folder of manifests says the same few quantities over and over. */
const canonicals = new Map<string, string>();
