import { nearestName } from "../finding/nearest-name.ts";
import type { CompiledSchema, SchemaRegistry } from "./compile-schema.ts";
import type { Fault } from "./fault.ts";
import type { ManifestObject } from "./parse-manifests.ts";
import { knownGroupVersions } from "./resource-names.ts";

/** The schema of an object, a fault of its apiVersion or kind, or the reason why it cannot be checked. */
export type FoundSchema = { schema: CompiledSchema } | { fault: Fault } | { missing: string };

/**
 * Versions that projects served before those described here; objects of such a version may be right for an older
 * release of the project, so they are passed over instead of refused.
 */
const formerVersions: Record<string, readonly string[]> = {
  "argoproj.io": ["v1", "v1beta1"],
  "autoscaling.k8s.io": ["v1beta1"],
  "cert-manager.io": ["v1alpha2", "v1alpha3", "v1beta1"],
  "acme.cert-manager.io": ["v1alpha2", "v1alpha3", "v1beta1"],
  "cilium.io": ["v1"],
  "eventing.knative.dev": ["v1alpha1", "v1beta1"],
  "extensions.istio.io": ["v1beta1"],
  "external-secrets.io": ["v1alpha1"],
  "gateway.networking.k8s.io": ["v1alpha1", "v1alpha2", "v1alpha3", "v1beta1"],
  "image.toolkit.fluxcd.io": ["v1alpha1", "v1alpha2"],
  "karpenter.k8s.aws": ["v1alpha1", "v1beta1"],
  "karpenter.sh": ["v1alpha5", "v1beta1"],
  "kyverno.io": ["v1alpha1", "v1alpha2", "v2alpha1", "v2beta1"],
  "kubeadm.k8s.io": ["v1alpha1", "v1alpha2", "v1alpha3", "v1beta1", "v1beta2"],
  "kustomize.config.k8s.io": ["v1"],
  "kustomize.toolkit.fluxcd.io": ["v1alpha1"],
  "monitoring.coreos.com": ["v1beta1"],
  "networking.istio.io": ["v1alpha3"],
  "security.istio.io": ["v1alpha1"],
  "serving.knative.dev": ["v1alpha1", "v1beta1"],
  "source.toolkit.fluxcd.io": ["v1alpha1"],
  "sources.knative.dev": ["v1alpha1", "v1alpha2", "v1beta1"],
  "messaging.knative.dev": ["v1alpha1", "v1beta1"],
  "notification.toolkit.fluxcd.io": ["v1alpha1"],
  "helm.toolkit.fluxcd.io": ["v2alpha1"],
  "traefik.io": ["v1"],
  "wgpolicyk8s.io": ["v1alpha1"],
};

/** Versions in which Kubernetes has tried kinds since 1.25; `kubectl api-versions` with all of them switched on. */
const experimentalVersions: Record<string, readonly string[]> = {
  "admissionregistration.k8s.io": ["v1alpha1", "v1beta1"],
  "authentication.k8s.io": ["v1alpha1", "v1beta1"],
  "certificates.k8s.io": ["v1alpha1", "v1beta1"],
  "coordination.k8s.io": ["v1alpha1", "v1alpha2", "v1beta1"],
  "flowcontrol.apiserver.k8s.io": ["v1beta2", "v1beta3"],
  "networking.k8s.io": ["v1alpha1", "v1beta1"],
  "node.k8s.io": ["v1alpha1"],
  "resource.k8s.io": ["v1alpha1", "v1alpha2", "v1alpha3", "v1beta1", "v1beta2"],
  "scheduling.k8s.io": ["v1alpha1", "v1alpha2"],
  "storage.k8s.io": ["v1alpha1", "v1beta1"],
};

/** Groups of Kubernetes itself; nobody else may define kinds in one of these. */
export function isBuiltInGroup(group: string): boolean {
  return builtInGroups.has(group);
}

const builtInGroups = new Set([
  "",
  "admissionregistration.k8s.io",
  "apiextensions.k8s.io",
  "apiregistration.k8s.io",
  "apps",
  "authentication.k8s.io",
  "authorization.k8s.io",
  "autoscaling",
  "batch",
  "certificates.k8s.io",
  "coordination.k8s.io",
  "discovery.k8s.io",
  "events.k8s.io",
  "extensions",
  "flowcontrol.apiserver.k8s.io",
  "internal.apiserver.k8s.io",
  "networking.k8s.io",
  "node.k8s.io",
  "policy",
  "rbac.authorization.k8s.io",
  "resource.k8s.io",
  "scheduling.k8s.io",
  "storage.k8s.io",
  "storagemigration.k8s.io",
]);

const wellFormed = /^(?:[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?\/)?[a-z0-9]+$/i;

/** Finds what an object is to be checked against, or says what is wrong with its apiVersion and kind. */
export function findSchema(object: ManifestObject, registry: SchemaRegistry): FoundSchema {
  const { apiVersion, group, version, kind } = object;
  if (group !== "" && !group.includes(".") && !isBuiltInGroup(group) && wellFormed.test(apiVersion)) {
    // Groups of custom kinds are domain names. `core` and `meta` are names of files, not of groups.
    const fix = nearbyVersion(object);
    const otherwise =
      "Write the group of the kind, such as apps or batch; groups of custom kinds have a dot.";
    if (group === "core" || group === "meta" || !registry.groupVersion(group, version))
      return { fault: versionFault(`There is no API "${group}" in Kubernetes.`, fix ?? otherwise) };
  }
  const schema = registry.kind(group, version, kind);
  if (schema) return { schema };
  const described = registry.groupVersion(group, version);
  if (described) {
    const kinds = Object.keys(described.kinds);
    // Several projects may define kinds in one custom group, so only a slip of the pen is sure to be wrong there.
    if (isBuiltInGroup(group) || kindSlip(kind, kinds)) return { fault: unknownKind(object, kinds) };
    return { missing: `No schema of ${apiVersion} ${kind} is at hand.` };
  }
  if (!wellFormed.test(apiVersion)) {
    return {
      fault: versionFault(
        `"${apiVersion}" is no apiVersion.`,
        nearbyVersion(object) ?? "Write group/version, such as apps/v1, or v1 for the core group.",
      ),
    };
  }
  const versions = knownGroupVersions().filter((one) => one.group === group);
  if (versions.length > 0) {
    const names = versions.map((one) => one.version);
    if (formerVersions[group]?.includes(version) || /\.cnrm\.cloud\.google\.com$/.test(group)) {
      return { missing: `${apiVersion} is another version of this API, of which no schema is at hand.` };
    }
    const home = versions.find((one) => one.kinds.includes(kind));
    // Kubernetes tries new kinds in versions of their own, which say what they are.
    if (!home && isBuiltInGroup(group) && experimentalVersions[group]?.includes(version)) {
      return { missing: `${apiVersion} is experimental, and no schema of its ${kind} is at hand.` };
    }
    return {
      fault: versionFault(
        `The API ${group || "core"} has no version ${version}.`,
        `Write ${(group === "" ? "" : `${group}/`) + (home?.version ?? names[0] ?? "")}.`,
      ),
    };
  }
  const fix = nearbyVersion(object);
  if (fix !== undefined) return { fault: versionFault(`There is no API "${group}" in Kubernetes.`, fix) };
  return { missing: `No schema of ${apiVersion} ${kind} is at hand.` };
}

/** Whether a kind differs from a known one by case, or by one or two letters of a longer word. */
function kindSlip(kind: string, kinds: readonly string[]): boolean {
  const near = nearestName(kind, kinds);
  if (near === undefined) return false;
  if (near.toLowerCase() === kind.toLowerCase()) return true;
  return near.length >= 5 && sharedLetters(near, kind) >= Math.max(near.length, kind.length) - 2;
}

function versionFault(message: string, fix: string): Fault {
  return { code: "manifest-unknown-version", path: ["apiVersion"], message, fix };
}

function unknownKind({ apiVersion, kind }: ManifestObject, kinds: string[]): Fault {
  const near = nearestName(kind, kinds);
  const elsewhere = knownGroupVersions().filter((one) => one.kinds.includes(kind));
  const home = elsewhere.find((one) => /^v\d+$/.test(one.version)) ?? elsewhere[0];
  const homeVersion = home && (home.group === "" ? home.version : `${home.group}/${home.version}`);
  if (homeVersion !== undefined) {
    return {
      code: "manifest-unknown-kind",
      path: ["apiVersion"],
      message: `${apiVersion} has no kind ${kind}; ${homeVersion} has.`,
      fix: `Write apiVersion: ${homeVersion}.`,
    };
  }
  const far = near ?? nearestName(kind, knownKinds());
  if (far !== undefined && near === undefined) {
    const place = knownGroupVersions().find((one) => one.kinds.includes(far) && /^v\d+$/.test(one.version));
    const farVersion = place && (place.group === "" ? place.version : `${place.group}/${place.version}`);
    return {
      code: "manifest-unknown-kind",
      path: ["kind"],
      message: `${apiVersion} has no kind ${kind}.`,
      fix: `Write ${far}${farVersion === undefined ? "" : `, with apiVersion: ${farVersion}`}.`,
    };
  }
  return {
    code: "manifest-unknown-kind",
    path: ["kind"],
    message: `${apiVersion} has no kind ${kind}.`,
    fix: near === undefined ? `Write one of ${kinds.slice(0, 12).join(", ")}.` : `Write ${near}.`,
  };
}

/** Kinds of Kubernetes itself. */
function knownKinds(): string[] {
  return knownGroupVersions().flatMap((one) => (isBuiltInGroup(one.group) ? one.kinds : []));
}

/** The apiVersion that was most likely meant: a group one or two letters away, or the only one that has the kind. */
function nearbyVersion({ group, kind }: ManifestObject): string | undefined {
  const all = knownGroupVersions();
  const groups = [...new Set(all.map((one) => one.group))].filter((one) => one !== "");
  const near = nearestName(group, groups);
  // Experimental groups differ from the grown ones by an `x-`.
  const close =
    near !== undefined &&
    !group.includes(".x-k8s.io") &&
    Math.abs(near.length - group.length) <= 2 &&
    sharedLetters(near, group) >= near.length - 2;
  // `batch.k8s.io`: a group without a domain got one.
  const longer = (one: { group: string }) => one.group !== "" && group === `${one.group}.k8s.io`;
  const candidates = all.filter(
    (one) => one.kinds.includes(kind) && (longer(one) || (close ? one.group === near : !group.includes("."))),
  );
  const best = candidates.find((one) => /^v\d+$/.test(one.version)) ?? candidates[0];
  if (!best) return undefined;
  return `Write ${best.group === "" ? best.version : `${best.group}/${best.version}`}.`;
}

/** Number of letters two words have in common at their start and end. */
function sharedLetters(a: string, b: string): number {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return start + end;
}
