import type { Scalar } from "yaml";
import { blockOf } from "./moved-keys.ts";
import { builtInGroup, type Spot } from "./spots.ts";

/** Fields without which the API server refuses an object. */
export function isRequired({ path, kind, apiVersion, parent }: Spot): boolean {
  const [name, owner, above] = [String(path.at(-1)), path.at(-2), path.at(-3)];
  if (!builtInGroup.test(apiVersion) || parent.has("<<")) return false;
  const route = path.map((step) => (typeof step === "number" ? "[]" : step)).join(".");
  const workload = ["Deployment", "DaemonSet", "StatefulSet", "ReplicaSet"].includes(kind);
  if (route === "metadata.name")
    return !parent.has("generateName") && !/Review$|TokenRequest|Eviction/.test(kind);
  if (workload && ["spec.selector", "spec.template", "spec"].includes(route)) return true;
  if (kind === "CronJob" && ["spec.schedule", "spec.jobTemplate"].includes(route)) return true;
  if (kind === "HorizontalPodAutoscaler" && ["spec.scaleTargetRef", "spec.maxReplicas"].includes(route))
    return true;
  if (/RoleBinding$/.test(kind) && route === "roleRef") return true;
  if (/^(?:Cluster)?Role$/.test(kind) && /^rules\.\[\]\.(?:verbs|resources|apiGroups)$/.test(route)) {
    return name === "verbs" || parent.has("resources");
  }
  if (kind === "StorageClass" && route === "provisioner") return true;
  if (kind === "PersistentVolume" && ["spec.capacity", "spec.accessModes"].includes(route)) return true;
  if (kind === "PersistentVolumeClaim" && ["spec.resources", "spec.accessModes"].includes(route)) return true;
  if (kind === "Service" && /^spec\.ports\.\[\]\.port$/.test(route)) return true;
  if (kind === "Ingress" && /\.pathType$|\.backend$/.test(route)) return true;
  if (
    kind === "CustomResourceDefinition" &&
    ["spec.group", "spec.scope", "spec.names", "spec.versions"].includes(route)
  )
    return true;
  if (
    /WebhookConfiguration$/.test(kind) &&
    /webhooks\.\[\]\.(?:clientConfig|sideEffects|admissionReviewVersions|name)$/.test(route)
  )
    return true;
  if (typeof owner === "number" && above === "containers" && (name === "name" || name === "image"))
    return true;
  if (typeof owner === "number" && above === "env" && name === "name") return true;
  if (typeof owner === "number" && above === "volumeMounts" && (name === "name" || name === "mountPath"))
    return true;
  if (typeof owner === "number" && above === "volumes" && name === "name") return true;
  if (typeof owner === "number" && above === "ports" && name === "containerPort") return true;
  if (owner === "httpGet" && name === "port") return true;
  if (owner === "secretKeyRef" || owner === "configMapKeyRef") return name === "key";
  if (owner === "persistentVolumeClaim" && name === "claimName") return true;
  if (owner === "hostPath" && name === "path") return true;
  if (owner === "fieldRef" && name === "fieldPath") return true;
  return false;
}

/** The stretch of text that takes a key with its value out. */
export function cutOf(spot: Spot, text: string): { start: number; end: number } | undefined {
  const own = blockOf(spot, text);
  if (own) return spot.parent.items.length === 1 ? undefined : { start: own.start, end: own.end };
  if (spot.parent.flow !== true || spot.parent.items.length < 2) return undefined;
  const index = spot.parent.items.indexOf(spot.pair);
  const start = spot.key.range?.[0];
  const end = (spot.value as { range?: [number, number, number] } | null)?.range?.[1];
  if (start === undefined || end === undefined) return undefined;
  const next = spot.parent.items[index + 1];
  const nextStart = (next?.key as Scalar | undefined)?.range?.[0];
  if (nextStart !== undefined) return { start, end: nextStart };
  const comma = text.lastIndexOf(",", start);
  return { start: comma, end };
}

/** Where a missing field is to be shown: from the mapping that lacks it, or the key that holds this mapping, to its end. */
export function parentLines(spot: Spot, text: string): number[] {
  const range = spot.parent.range ?? [0, 0, 0];
  const from = text.slice(0, range[0]).split("\n").length - 1;
  const to = text.slice(0, range[1]).split("\n").length;
  // A container that inherits its fields by a merge lacks nothing.
  if (spot.path.length <= 2)
    return Array.from({ length: to - from + 20 }, (_, index) => Math.max(1, from - 10) + index);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
