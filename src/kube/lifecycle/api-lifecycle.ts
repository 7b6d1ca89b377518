/** When an API version came and went. Versions are those of Kubernetes. */
export interface ApiLifecycle {
  /** First version that serves it; left out where it is older than any version still in use. */
  introduced?: string;
  /** First version that warns of it. */
  deprecated?: string;
  /** First version without it. */
  removed?: string;
  /** The apiVersion to write instead. */
  replacement?: string;
  /** What else to change. */
  note?: string;
}

/**
 * API versions that came or went, as `group/version/Kind` or `group/version/*`; the core group is empty.
 * Source: https://kubernetes.io/docs/reference/using-api/deprecation-guide/ and, for what came, the release notes.
 * Alpha versions, which no cluster serves unless asked to, are listed with the version that brought them.
 */
export const apiLifecycle: Readonly<Record<string, ApiLifecycle>> = {
  "/v1/ComponentStatus": {
    deprecated: "1.19",
    note: "Ask the health endpoints of the control plane instead.",
  },
  "/v1/Endpoints": {
    deprecated: "1.33",
    replacement: "discovery.k8s.io/v1",
    note: "Write an EndpointSlice.",
  },
  "admissionregistration.k8s.io/v1/MutatingAdmissionPolicy": { introduced: "1.36" },
  "admissionregistration.k8s.io/v1/MutatingAdmissionPolicyBinding": { introduced: "1.36" },
  "admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy": { introduced: "1.30" },
  "admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding": { introduced: "1.30" },
  "admissionregistration.k8s.io/v1alpha1/ValidatingAdmissionPolicy": {
    introduced: "1.26",
    deprecated: "1.28",
    removed: "1.36",
    replacement: "admissionregistration.k8s.io/v1",
  },
  "admissionregistration.k8s.io/v1alpha1/ValidatingAdmissionPolicyBinding": {
    introduced: "1.26",
    deprecated: "1.28",
    removed: "1.36",
    replacement: "admissionregistration.k8s.io/v1",
  },
  "admissionregistration.k8s.io/v1alpha1/MutatingAdmissionPolicy": {
    introduced: "1.32",
    deprecated: "1.34",
    replacement: "admissionregistration.k8s.io/v1",
  },
  "admissionregistration.k8s.io/v1alpha1/MutatingAdmissionPolicyBinding": {
    introduced: "1.32",
    deprecated: "1.34",
    replacement: "admissionregistration.k8s.io/v1",
  },
  "admissionregistration.k8s.io/v1beta1/MutatingAdmissionPolicy": {
    introduced: "1.34",
    deprecated: "1.36",
    replacement: "admissionregistration.k8s.io/v1",
  },
  "admissionregistration.k8s.io/v1beta1/MutatingAdmissionPolicyBinding": {
    introduced: "1.34",
    deprecated: "1.36",
    replacement: "admissionregistration.k8s.io/v1",
  },
  "admissionregistration.k8s.io/v1beta1/MutatingWebhookConfiguration": {
    deprecated: "1.16",
    removed: "1.22",
    replacement: "admissionregistration.k8s.io/v1",
    note: "sideEffects and admissionReviewVersions are required there.",
  },
  "admissionregistration.k8s.io/v1beta1/ValidatingAdmissionPolicy": {
    introduced: "1.28",
    deprecated: "1.31",
    removed: "1.34",
    replacement: "admissionregistration.k8s.io/v1",
  },
  "admissionregistration.k8s.io/v1beta1/ValidatingAdmissionPolicyBinding": {
    introduced: "1.28",
    deprecated: "1.31",
    removed: "1.34",
    replacement: "admissionregistration.k8s.io/v1",
  },
  "admissionregistration.k8s.io/v1beta1/ValidatingWebhookConfiguration": {
    deprecated: "1.16",
    removed: "1.22",
    replacement: "admissionregistration.k8s.io/v1",
    note: "sideEffects and admissionReviewVersions are required there.",
  },
  "apiextensions.k8s.io/v1beta1/CustomResourceDefinition": {
    deprecated: "1.16",
    removed: "1.22",
    replacement: "apiextensions.k8s.io/v1",
    note: "Each version needs a structural schema there.",
  },
  "apiregistration.k8s.io/v1beta1/APIService": {
    deprecated: "1.19",
    removed: "1.22",
    replacement: "apiregistration.k8s.io/v1",
  },
  "apps/v1beta1/*": {
    deprecated: "1.9",
    removed: "1.16",
    replacement: "apps/v1",
    note: "spec.selector is required there.",
  },
  "apps/v1beta2/*": {
    deprecated: "1.9",
    removed: "1.16",
    replacement: "apps/v1",
    note: "spec.selector is required there.",
  },
  "authentication.k8s.io/v1/SelfSubjectReview": { introduced: "1.28" },
  "authentication.k8s.io/v1alpha1/SelfSubjectReview": {
    introduced: "1.26",
    deprecated: "1.27",
    replacement: "authentication.k8s.io/v1",
  },
  "authentication.k8s.io/v1beta1/SelfSubjectReview": {
    introduced: "1.27",
    deprecated: "1.28",
    replacement: "authentication.k8s.io/v1",
  },
  "authentication.k8s.io/v1beta1/TokenReview": {
    deprecated: "1.19",
    removed: "1.22",
    replacement: "authentication.k8s.io/v1",
  },
  "authorization.k8s.io/v1beta1/*": {
    deprecated: "1.19",
    removed: "1.22",
    replacement: "authorization.k8s.io/v1",
  },
  "autoscaling/v2beta1/HorizontalPodAutoscaler": {
    deprecated: "1.22",
    removed: "1.25",
    replacement: "autoscaling/v2",
    note: "Targets move to metrics[].resource.target.",
  },
  "autoscaling/v2beta2/HorizontalPodAutoscaler": {
    deprecated: "1.23",
    removed: "1.26",
    replacement: "autoscaling/v2",
  },
  "batch/v1beta1/CronJob": { deprecated: "1.21", removed: "1.25", replacement: "batch/v1" },
  "batch/v2alpha1/CronJob": { deprecated: "1.20", removed: "1.21", replacement: "batch/v1" },
  "certificates.k8s.io/v1alpha1/ClusterTrustBundle": {
    introduced: "1.27",
    deprecated: "1.33",
    replacement: "certificates.k8s.io/v1beta1",
  },
  "certificates.k8s.io/v1beta1/CertificateSigningRequest": {
    deprecated: "1.19",
    removed: "1.22",
    replacement: "certificates.k8s.io/v1",
    note: "signerName and usages are required there.",
  },
  "certificates.k8s.io/v1beta1/ClusterTrustBundle": { introduced: "1.33" },
  "coordination.k8s.io/v1beta1/Lease": {
    deprecated: "1.19",
    removed: "1.22",
    replacement: "coordination.k8s.io/v1",
  },
  "discovery.k8s.io/v1beta1/EndpointSlice": {
    deprecated: "1.21",
    removed: "1.25",
    replacement: "discovery.k8s.io/v1",
  },
  "events.k8s.io/v1beta1/Event": { deprecated: "1.19", removed: "1.25", replacement: "events.k8s.io/v1" },
  "extensions/v1beta1/DaemonSet": { deprecated: "1.9", removed: "1.16", replacement: "apps/v1" },
  "extensions/v1beta1/Deployment": { deprecated: "1.9", removed: "1.16", replacement: "apps/v1" },
  "extensions/v1beta1/DeploymentRollback": { deprecated: "1.9", removed: "1.16" },
  "extensions/v1beta1/Ingress": {
    deprecated: "1.14",
    removed: "1.22",
    replacement: "networking.k8s.io/v1",
    note: "Backends become service.name and service.port, and every path needs a pathType.",
  },
  "extensions/v1beta1/NetworkPolicy": {
    deprecated: "1.9",
    removed: "1.16",
    replacement: "networking.k8s.io/v1",
  },
  "extensions/v1beta1/PodSecurityPolicy": {
    deprecated: "1.10",
    removed: "1.16",
    note: "Use Pod Security Admission or an admission policy.",
  },
  "extensions/v1beta1/ReplicaSet": { deprecated: "1.9", removed: "1.16", replacement: "apps/v1" },
  "extensions/v1beta1/Scale": { deprecated: "1.9", removed: "1.16" },
  "flowcontrol.apiserver.k8s.io/v1/*": { introduced: "1.29" },
  "flowcontrol.apiserver.k8s.io/v1alpha1/*": {
    deprecated: "1.20",
    removed: "1.24",
    replacement: "flowcontrol.apiserver.k8s.io/v1",
  },
  "flowcontrol.apiserver.k8s.io/v1beta1/*": {
    deprecated: "1.23",
    removed: "1.26",
    replacement: "flowcontrol.apiserver.k8s.io/v1",
  },
  "flowcontrol.apiserver.k8s.io/v1beta2/*": {
    deprecated: "1.26",
    removed: "1.29",
    replacement: "flowcontrol.apiserver.k8s.io/v1",
  },
  "flowcontrol.apiserver.k8s.io/v1beta3/*": {
    introduced: "1.26",
    deprecated: "1.29",
    removed: "1.32",
    replacement: "flowcontrol.apiserver.k8s.io/v1",
  },
  "networking.k8s.io/v1/IPAddress": { introduced: "1.33" },
  "networking.k8s.io/v1/ServiceCIDR": { introduced: "1.33" },
  "networking.k8s.io/v1alpha1/IPAddress": {
    introduced: "1.27",
    deprecated: "1.31",
    removed: "1.34",
    replacement: "networking.k8s.io/v1",
  },
  "networking.k8s.io/v1alpha1/ServiceCIDR": {
    introduced: "1.29",
    deprecated: "1.31",
    removed: "1.34",
    replacement: "networking.k8s.io/v1",
  },
  "networking.k8s.io/v1beta1/IPAddress": {
    introduced: "1.31",
    deprecated: "1.33",
    replacement: "networking.k8s.io/v1",
  },
  "networking.k8s.io/v1beta1/ServiceCIDR": {
    introduced: "1.31",
    deprecated: "1.33",
    replacement: "networking.k8s.io/v1",
  },
  "networking.k8s.io/v1beta1/Ingress": {
    deprecated: "1.19",
    removed: "1.22",
    replacement: "networking.k8s.io/v1",
    note: "Backends become service.name and service.port, and every path needs a pathType.",
  },
  "networking.k8s.io/v1beta1/IngressClass": {
    deprecated: "1.19",
    removed: "1.22",
    replacement: "networking.k8s.io/v1",
  },
  "node.k8s.io/v1alpha1/RuntimeClass": { deprecated: "1.20", removed: "1.24", replacement: "node.k8s.io/v1" },
  "node.k8s.io/v1beta1/RuntimeClass": { deprecated: "1.22", removed: "1.25", replacement: "node.k8s.io/v1" },
  "policy/v1beta1/Eviction": { deprecated: "1.22", removed: "1.25", replacement: "policy/v1" },
  "policy/v1beta1/PodDisruptionBudget": {
    deprecated: "1.21",
    removed: "1.25",
    replacement: "policy/v1",
    note: "An empty selector matches all pods of the namespace there, and none in v1beta1.",
  },
  "policy/v1beta1/PodSecurityPolicy": {
    deprecated: "1.21",
    removed: "1.25",
    note: "Use Pod Security Admission or an admission policy.",
  },
  "rbac.authorization.k8s.io/v1alpha1/*": {
    deprecated: "1.17",
    removed: "1.22",
    replacement: "rbac.authorization.k8s.io/v1",
  },
  "rbac.authorization.k8s.io/v1beta1/*": {
    deprecated: "1.17",
    removed: "1.22",
    replacement: "rbac.authorization.k8s.io/v1",
  },
  "resource.k8s.io/v1/*": { introduced: "1.34" },
  "resource.k8s.io/v1alpha1/*": {
    introduced: "1.26",
    deprecated: "1.27",
    removed: "1.27",
    replacement: "resource.k8s.io/v1",
  },
  "resource.k8s.io/v1alpha2/*": {
    introduced: "1.27",
    deprecated: "1.31",
    removed: "1.31",
    replacement: "resource.k8s.io/v1",
  },
  "resource.k8s.io/v1alpha3/*": { introduced: "1.31", deprecated: "1.32", replacement: "resource.k8s.io/v1" },
  "resource.k8s.io/v1beta1/*": { introduced: "1.32", deprecated: "1.34", replacement: "resource.k8s.io/v1" },
  "resource.k8s.io/v1beta2/*": { introduced: "1.33", deprecated: "1.34", replacement: "resource.k8s.io/v1" },
  "scheduling.k8s.io/v1alpha1/PriorityClass": {
    deprecated: "1.14",
    removed: "1.22",
    replacement: "scheduling.k8s.io/v1",
  },
  "scheduling.k8s.io/v1beta1/PriorityClass": {
    deprecated: "1.14",
    removed: "1.22",
    replacement: "scheduling.k8s.io/v1",
  },
  "storage.k8s.io/v1/VolumeAttributesClass": { introduced: "1.34" },
  "storage.k8s.io/v1alpha1/VolumeAttributesClass": {
    introduced: "1.29",
    deprecated: "1.32",
    replacement: "storage.k8s.io/v1",
  },
  "storage.k8s.io/v1beta1/CSIDriver": {
    deprecated: "1.19",
    removed: "1.22",
    replacement: "storage.k8s.io/v1",
  },
  "storage.k8s.io/v1beta1/CSINode": { deprecated: "1.17", removed: "1.22", replacement: "storage.k8s.io/v1" },
  "storage.k8s.io/v1beta1/CSIStorageCapacity": {
    deprecated: "1.24",
    removed: "1.27",
    replacement: "storage.k8s.io/v1",
  },
  "storage.k8s.io/v1beta1/StorageClass": {
    deprecated: "1.6",
    removed: "1.22",
    replacement: "storage.k8s.io/v1",
  },
  "storage.k8s.io/v1beta1/VolumeAttachment": {
    deprecated: "1.13",
    removed: "1.22",
    replacement: "storage.k8s.io/v1",
  },
  "storage.k8s.io/v1beta1/VolumeAttributesClass": {
    introduced: "1.31",
    deprecated: "1.34",
    replacement: "storage.k8s.io/v1",
  },
};

/** What is known of an API version's life; undefined where it is served by every version from 1.25 on, or custom. */
export function lifecycleOf(group: string, version: string, kind: string): ApiLifecycle | undefined {
  const exact = `${group}/${version}/${kind}`;
  if (Object.hasOwn(apiLifecycle, exact)) return apiLifecycle[exact];
  const all = `${group}/${version}/*`;
  return Object.hasOwn(apiLifecycle, all) ? apiLifecycle[all] : undefined;
}
