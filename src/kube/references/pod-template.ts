import type { YamlPath } from "../../yaml/yaml-types.ts";
import type { ManifestObject } from "../parse-manifests.ts";
import { isRecord, recordOf } from "../plain-values.ts";

/** What an object says of the pods it makes. */
export interface PodTemplate {
  metadata: Readonly<Record<string, unknown>>;
  spec: Readonly<Record<string, unknown>>;
  /** Path of the pod's spec in the object. */
  path: YamlPath;
}

const templates: Readonly<Record<string, readonly string[]>> = {
  "/Pod": [],
  "/ReplicationController": ["spec", "template"],
  "apps/DaemonSet": ["spec", "template"],
  "apps/Deployment": ["spec", "template"],
  "apps/ReplicaSet": ["spec", "template"],
  "apps/StatefulSet": ["spec", "template"],
  "argoproj.io/Rollout": ["spec", "template"],
  "batch/CronJob": ["spec", "jobTemplate", "spec", "template"],
  "batch/Job": ["spec", "template"],
};

/** The pod template of a workload, or the pod itself; undefined for kinds that make no pods. */
export function podTemplateOf({ group, kind, value }: ManifestObject): PodTemplate | undefined {
  const key = `${group}/${kind}`;
  const path = Object.hasOwn(templates, key) ? templates[key] : undefined;
  if (!path) return undefined;
  let template: unknown = value;
  for (const step of path) template = recordOf(template)[step];
  if (!isRecord(template)) return undefined;
  return {
    metadata: recordOf(template["metadata"]),
    spec: recordOf(template["spec"]),
    path: [...path, "spec"],
  };
}
