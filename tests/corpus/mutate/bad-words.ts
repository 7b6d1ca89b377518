import { builtInGroup, type Spot } from "./spots.ts";

export const enumKeys = new Set([
  "imagePullPolicy",
  "restartPolicy",
  "protocol",
  "pathType",
  "type",
  "concurrencyPolicy",
  "dnsPolicy",
  "whenUnsatisfiable",
  "effect",
  "operator",
  "persistentVolumeReclaimPolicy",
  "reclaimPolicy",
  "volumeBindingMode",
  "externalTrafficPolicy",
  "sessionAffinity",
  "terminationMessagePolicy",
  "scheme",
  "sideEffects",
  "failurePolicy",
  "matchPolicy",
  "podManagementPolicy",
  "completionMode",
  "preemptionPolicy",
  "mountPropagation",
  "volumeMode",
  "selectPolicy",
  "fsGroupPolicy",
  "addressType",
  "scope",
]);

/** Fields of these names that take any word are left out. */
export function isEnum({ path, kind, apiVersion }: Spot): boolean {
  if (!builtInGroup.test(apiVersion) || path.includes("status")) return false;
  const name = path.at(-1);
  if (name !== "type") return true;
  if (kind === "Secret" || kind === "Event" || kind === "Node" || path.includes("onPodConditions"))
    return false;
  return !path.includes("parameters");
}

/** Names that are none, for fields that hold one. */
export function badNames({ path, kind, apiVersion }: Spot, value: string): string[] {
  const [name, owner, above] = [path.at(-1), path.at(-2), path.at(-3)];
  const rbac = apiVersion.startsWith("rbac.");
  if (name === "name" && owner === "metadata" && path.length === 2) {
    if (rbac) return ["a/b"];
    if (kind === "Event" || kind === "CertificateSigningRequest" || kind === "APIService") return [];
    return [`${value}_x`, `${value.toUpperCase()}A`, `-${value}`, `${value}-`, "x".repeat(260)];
  }
  if (name === "namespace" && owner === "metadata" && path.length === 2)
    return [`${value}_x`, `${value}.x`, "Prod"];
  if (name === "name" && typeof owner === "number" && above === "containers")
    return [`${value}_x`, "Web", `${value}.a`, "y".repeat(64)];
  if (name === "name" && typeof owner === "number" && above === "volumes") return [`${value}_x`, "Data"];
  if (name === "name" && typeof owner === "number" && above === "ports" && path.includes("containers"))
    return ["a-very-long-port-name", "with_underscore", "Http", '"8080"'];
  if (name === "serviceAccountName" || name === "priorityClassName") return ["Under_Score"];
  if (owner === "labels" && path.length === 3 && path[0] === "metadata")
    return ["has space", "-dash", "z".repeat(64), "a/b"];
  return [];
}
