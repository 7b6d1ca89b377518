import { checkValue } from "./check-value.ts";
import { SchemaRegistry } from "./compile-schema.ts";
import { lifecycleOf } from "./lifecycle/api-lifecycle.ts";
import { fieldLifecycle } from "./lifecycle/field-lifecycle.ts";
import {
  compareVersions,
  newestVersion,
  oldestVersion,
  versionBefore,
} from "./lifecycle/kubernetes-version.ts";
import type { ManifestObject } from "./parse-manifests.ts";
import { isGiven } from "./plain-values.ts";
import type { Rule, RuleTable } from "./rule.ts";
import type { SchemaSource } from "./schema-types.ts";

/** Why a range of versions ends where it does. */
export interface VersionReason {
  bound: "from" | "to";
  /** The bound this reason alone would set. */
  version: string;
  reason: string;
}

/** The versions of Kubernetes on which manifests are valid; an open end is left out. */
export interface VersionRange {
  from?: string;
  to?: string;
  /** All reasons, those that decide first. */
  reasons: VersionReason[];
}

/**
 * Computes on which versions of Kubernetes a set of objects is valid, from the API versions and the fields they use.
 * `from` is left out where it is 1.25 or older, `to` where the newest known version still takes them. A range whose
 * `from` is later than its `to` means that no version takes them all.
 */
export function validVersions(
  objects: readonly ManifestObject[],
  { schemas }: { schemas: SchemaSource },
): VersionRange {
  const registry = new SchemaRegistry(schemas);
  const reasons: VersionReason[] = [];
  for (const object of objects) {
    const { group, version, kind, apiVersion, value } = object;
    const lifecycle = lifecycleOf(group, version, kind);
    if (lifecycle?.introduced !== undefined) {
      reasons.push(
        since(lifecycle.introduced, `${apiVersion} ${kind} is served from ${lifecycle.introduced} on.`),
      );
    }
    if (lifecycle?.removed !== undefined) {
      const reason = `${apiVersion} ${kind} was removed in ${lifecycle.removed}.`;
      reasons.push({ bound: "to", version: versionBefore(lifecycle.removed), reason });
    }
    const schema = registry.kind(group, version, kind);
    if (!schema) continue;
    for (const { field, version: first } of newFields((rules) =>
      checkValue(value, schema, { rules, kind, excerpt: true }),
    )) {
      reasons.push(since(first, `The field ${field} of ${kind} works from ${first} on.`));
    }
  }
  const unique = [...new Map(reasons.map((one) => [one.reason, one])).values()];
  const from = unique
    .filter((one) => one.bound === "from")
    .sort((a, b) => compareVersions(b.version, a.version));
  const to = unique.filter((one) => one.bound === "to").sort((a, b) => compareVersions(a.version, b.version));
  const range: VersionRange = { reasons: [...from, ...to] };
  if (from[0] && compareVersions(from[0].version, oldestVersion) > 0) range.from = from[0].version;
  if (to[0] && compareVersions(to[0].version, newestVersion) < 0) range.to = to[0].version;
  return range;
}

function since(version: string, reason: string): VersionReason {
  return { bound: "from", version, reason };
}

/** Fields in use that not every version knows; `walk` visits the value with rules that collect them. */
function newFields(walk: (rules: RuleTable) => void): { field: string; version: string }[] {
  const found: { field: string; version: string }[] = [];
  walk(
    Object.fromEntries(
      Object.entries(fieldLifecycle).map(([definition, fields]) => {
        const collect: Rule = (value) => {
          for (const [field, version] of Object.entries(fields)) {
            if (isGiven(value[field])) found.push({ field, version });
          }
        };
        return [definition, [collect]];
      }),
    ),
  );
  return found;
}
