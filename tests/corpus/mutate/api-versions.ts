import { isScalar } from "yaml";
import { builtInGroup, type Spot } from "./spots.ts";

export function isApiVersion({ path, value }: Spot): boolean {
  return (
    path.at(-1) === "apiVersion" && path.length === 1 && isScalar(value) && typeof value.value === "string"
  );
}

export function unknownVersions(value: string): string[] {
  const slash = value.indexOf("/");
  if (slash === -1) return ["v2", "v1beta9", "core/v1", "V1"];
  const group = value.slice(0, slash);
  const all = [`${group}/v99`, `${group}/v0`, `${group}/v9beta9`];
  if (builtInGroup.test(value) && !group.includes(".")) all.push(`${group}s/v1`, `${group}.k8s.io/v1x`);
  return all.filter((one) => !one.startsWith("app.k8s.io"));
}

/** API versions that clusters of today no longer serve, by what replaced them. */
export const removedVersions: Readonly<Record<string, readonly string[]>> = {
  "apps/v1/Deployment": ["extensions/v1beta1", "apps/v1beta1", "apps/v1beta2"],
  "apps/v1/DaemonSet": ["extensions/v1beta1", "apps/v1beta2"],
  "apps/v1/StatefulSet": ["apps/v1beta1", "apps/v1beta2"],
  "apps/v1/ReplicaSet": ["extensions/v1beta1", "apps/v1beta2"],
  "networking.k8s.io/v1/Ingress": ["extensions/v1beta1", "networking.k8s.io/v1beta1"],
  "networking.k8s.io/v1/IngressClass": ["networking.k8s.io/v1beta1"],
  "networking.k8s.io/v1/NetworkPolicy": ["extensions/v1beta1"],
  "batch/v1/CronJob": ["batch/v1beta1", "batch/v2alpha1"],
  "policy/v1/PodDisruptionBudget": ["policy/v1beta1"],
  "autoscaling/v2/HorizontalPodAutoscaler": ["autoscaling/v2beta1", "autoscaling/v2beta2"],
  "rbac.authorization.k8s.io/v1/Role": ["rbac.authorization.k8s.io/v1beta1"],
  "rbac.authorization.k8s.io/v1/RoleBinding": ["rbac.authorization.k8s.io/v1beta1"],
  "rbac.authorization.k8s.io/v1/ClusterRole": [
    "rbac.authorization.k8s.io/v1beta1",
    "rbac.authorization.k8s.io/v1alpha1",
  ],
  "rbac.authorization.k8s.io/v1/ClusterRoleBinding": ["rbac.authorization.k8s.io/v1beta1"],
  "apiextensions.k8s.io/v1/CustomResourceDefinition": ["apiextensions.k8s.io/v1beta1"],
  "admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration": ["admissionregistration.k8s.io/v1beta1"],
  "admissionregistration.k8s.io/v1/MutatingWebhookConfiguration": ["admissionregistration.k8s.io/v1beta1"],
  "storage.k8s.io/v1/StorageClass": ["storage.k8s.io/v1beta1"],
  "storage.k8s.io/v1/CSIDriver": ["storage.k8s.io/v1beta1"],
  "scheduling.k8s.io/v1/PriorityClass": ["scheduling.k8s.io/v1beta1", "scheduling.k8s.io/v1alpha1"],
  "coordination.k8s.io/v1/Lease": ["coordination.k8s.io/v1beta1"],
  "discovery.k8s.io/v1/EndpointSlice": ["discovery.k8s.io/v1beta1"],
  "node.k8s.io/v1/RuntimeClass": ["node.k8s.io/v1beta1"],
  "flowcontrol.apiserver.k8s.io/v1/FlowSchema": [
    "flowcontrol.apiserver.k8s.io/v1beta1",
    "flowcontrol.apiserver.k8s.io/v1beta3",
  ],
  "certificates.k8s.io/v1/CertificateSigningRequest": ["certificates.k8s.io/v1beta1"],
  "apiregistration.k8s.io/v1/APIService": ["apiregistration.k8s.io/v1beta1"],
};
