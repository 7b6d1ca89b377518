import type { AdmissionAttributes } from "./admission-attributes.ts";
import type { CelValue } from "./cel/cel-value.ts";
import { parseTimestamp } from "./cel/values/cel-time.ts";
import { asRecord, isRecord } from "./read-policy-fields.ts";
import { toCelValue } from "./to-cel-value.ts";

/**
 * `namespaceObject` as CEL sees it: null for cluster-scoped objects and for a Namespace itself, else the given
 * Namespace or one that has what every Namespace has. Only the fields the API server declares are there.
 */
export function namespaceToCel(
  { namespace, group, kind }: AdmissionAttributes,
  given: Readonly<Record<string, unknown>> | undefined,
): CelValue {
  if (namespace === "" || (group === "" && kind === "Namespace")) return null;
  const source = given ?? {};
  const metadata = asRecord(source["metadata"]);
  const labels = { "kubernetes.io/metadata.name": namespace, ...asRecord(metadata["labels"]) };
  const known: Record<string, unknown> = {
    name: namespace,
    labels,
    ...pick(metadata, ["generateName", "annotations", "generation", "resourceVersion", "finalizers"]),
    ...pick(metadata, ["deletionGracePeriodSeconds"]),
    ...(metadata["uid"] === undefined ? {} : { UID: metadata["uid"] }),
  };
  return {
    metadata: {
      ...(toCelValue(known) as Readonly<Record<string, CelValue>>),
      ...times(metadata, ["creationTimestamp", "deletionTimestamp"]),
    },
    spec: toCelValue(pick(asRecord(source["spec"]), ["finalizers"])),
    status: toCelValue({ phase: "Active", ...pick(asRecord(source["status"]), ["phase"]) }),
  };
}

function pick(source: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names
      .filter((name) => source[name] !== undefined && source[name] !== null)
      .map((name) => [name, source[name]]),
  );
}

function times(
  source: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Record<string, CelValue> {
  const found: Record<string, CelValue> = {};
  for (const name of names) {
    const time = typeof source[name] === "string" ? parseTimestamp(source[name]) : undefined;
    if (time) found[name] = time;
  }
  return found;
}

/** Whether an object is a Namespace with this name. */
export function isNamespace(value: unknown, name: string): boolean {
  return (
    isRecord(value) &&
    value["apiVersion"] === "v1" &&
    value["kind"] === "Namespace" &&
    asRecord(value["metadata"])["name"] === name
  );
}
