/**
 * Fields that came after 1.25, by definition: the first version that accepts and keeps them without a feature gate
 * being switched on. Earlier ones refuse or silently drop them.
 * Source: https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/
 */
export const fieldLifecycle: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "core_v1#PodSpec": {
    hostUsers: "1.33",
    hostnameOverride: "1.35",
    resourceClaims: "1.33",
    resources: "1.34",
    schedulingGates: "1.27",
  },
  "core_v1#Container": { resizePolicy: "1.33", restartPolicy: "1.29", restartPolicyRules: "1.35" },
  "core_v1#ResourceRequirements": { claims: "1.33" },
  "core_v1#PodSecurityContext": {
    appArmorProfile: "1.30",
    seLinuxChangePolicy: "1.33",
    supplementalGroupsPolicy: "1.33",
  },
  "core_v1#SecurityContext": { appArmorProfile: "1.30", procMount: "1.33" },
  "core_v1#LifecycleHandler": { sleep: "1.30" },
  "core_v1#VolumeMount": { recursiveReadOnly: "1.31" },
  "core_v1#Volume": { image: "1.35" },
  "core_v1#VolumeProjection": { clusterTrustBundle: "1.33" },
  "core_v1#EnvVarSource": { fileKeyRef: "1.35" },
  "core_v1#PodAffinityTerm": { matchLabelKeys: "1.31", mismatchLabelKeys: "1.31" },
  "core_v1#TopologySpreadConstraint": {
    matchLabelKeys: "1.27",
    minDomains: "1.27",
    nodeAffinityPolicy: "1.26",
    nodeTaintsPolicy: "1.26",
  },
  "core_v1#ServiceSpec": { trafficDistribution: "1.31" },
  "core_v1#PersistentVolumeClaimSpec": { volumeAttributesClassName: "1.34" },
  "core_v1#PersistentVolumeSpec": { volumeAttributesClassName: "1.34" },
  "apps_v1#StatefulSetSpec": { ordinals: "1.27", persistentVolumeClaimRetentionPolicy: "1.27" },
  "batch_v1#CronJobSpec": { timeZone: "1.25" },
  "batch_v1#JobSpec": {
    backoffLimitPerIndex: "1.29",
    managedBy: "1.32",
    maxFailedIndexes: "1.29",
    podFailurePolicy: "1.26",
    podReplacementPolicy: "1.29",
    successPolicy: "1.31",
  },
  "autoscaling_v2#MetricSpec": { containerResource: "1.27" },
  "autoscaling_v2#HPAScalingRules": { tolerance: "1.35" },
  "policy_v1#PodDisruptionBudgetSpec": { unhealthyPodEvictionPolicy: "1.27" },
  "admissionregistration.k8s.io_v1#MutatingWebhook": { matchConditions: "1.28" },
  "admissionregistration.k8s.io_v1#ValidatingWebhook": { matchConditions: "1.28" },
  "apiextensions.k8s.io_v1#CustomResourceDefinitionVersion": { selectableFields: "1.31" },
  "apiextensions.k8s.io_v1#ValidationRule": { fieldPath: "1.28", messageExpression: "1.27", reason: "1.28" },
};
