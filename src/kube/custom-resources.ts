import type { ManifestObject } from "./parse-manifests.ts";
import { isRecord, listOf, recordOf, textOf } from "./plain-values.ts";
import { type ResourceType, resourceOf } from "./resource-names.ts";

/**
 * How the API server addresses kinds, those of the CustomResourceDefinitions among objects included. A kind that is
 * known without them is addressed as they say.
 */
export function resourcesAmong(objects: readonly ManifestObject[]): typeof resourceOf {
  const custom = new Map<string, ResourceType>();
  for (const object of objects) {
    if (object.group !== "apiextensions.k8s.io" || object.kind !== "CustomResourceDefinition") continue;
    const spec = recordOf(object.value["spec"]);
    const names = recordOf(spec["names"]);
    const group = textOf(spec["group"]);
    const kind = textOf(names["kind"]);
    const plural = textOf(names["plural"]);
    if (group === undefined || kind === undefined || plural === undefined) continue;
    const resource: ResourceType = { plural, namespaced: spec["scope"] !== "Cluster" };
    const versions = [
      spec["version"],
      ...listOf(spec["versions"]).map((one) => isRecord(one) && one["name"]),
    ];
    for (const version of versions)
      if (typeof version === "string") custom.set(`${group}/${version}/${kind}`, resource);
  }
  if (custom.size === 0) return resourceOf;
  return (group, version, kind) =>
    custom.get(`${group}/${version}/${kind}`) ?? resourceOf(group, version, kind);
}
