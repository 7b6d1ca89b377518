import type { SchemaNode, SchemaObject } from "../../src/kube/schema-types.ts";

/**
 * Words the API server takes where the packages only say text, as `file#Definition` and field; the empty text is allowed
 * everywhere. Source: the constants beside each type in k8s.io/api, and pkg/apis/*\/validation.
 */
export const fieldEnums: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "admissionregistration.k8s.io_v1#ParamRef": { parameterNotFoundAction: ["Allow", "Deny"] },
  "admissionregistration.k8s.io_v1#Validation": {
    reason: ["Forbidden", "Invalid", "RequestEntityTooLarge", "Unauthorized"],
  },
  "apiextensions.k8s.io_v1#CustomResourceColumnDefinition": {
    type: ["boolean", "date", "integer", "number", "string"],
  },
  "apiextensions.k8s.io_v1#CustomResourceConversion": { strategy: ["None", "Webhook"] },
  "apiextensions.k8s.io_v1#CustomResourceDefinitionSpec": { scope: ["Cluster", "Namespaced"] },
  "apps_v1#StatefulSetPersistentVolumeClaimRetentionPolicy": {
    whenDeleted: ["Delete", "Retain"],
    whenScaled: ["Delete", "Retain"],
  },
  "autoscaling_v2#HPAScalingPolicy": { type: ["Percent", "Pods"] },
  "autoscaling_v2#HPAScalingRules": { selectPolicy: ["Disabled", "Max", "Min"] },
  "autoscaling_v2#MetricSpec": { type: ["ContainerResource", "External", "Object", "Pods", "Resource"] },
  "autoscaling_v2#MetricTarget": { type: ["AverageValue", "Utilization", "Value"] },
  "batch_v1#PodFailurePolicyOnPodConditionsPattern": { status: ["False", "True", "Unknown"] },
  "core_v1#Container": { restartPolicy: ["Always", "Never", "OnFailure"] },
  "core_v1#ContainerResizePolicy": {
    resourceName: ["cpu", "memory"],
    restartPolicy: ["NotRequired", "RestartContainer"],
  },
  "core_v1#PodOS": { name: ["linux", "windows"] },
  "core_v1#PodSecurityContext": { seLinuxChangePolicy: ["MountOption", "Recursive"] },
  "core_v1#ServiceSpec": { trafficDistribution: ["PreferClose", "PreferSameNode", "PreferSameZone"] },
  "core_v1#VolumeMount": { recursiveReadOnly: ["Disabled", "Enabled", "IfPossible"] },
  "discovery.k8s.io_v1#EndpointSlice": { addressType: ["FQDN", "IPv4", "IPv6"] },
  "flowcontrol.apiserver.k8s.io_v1#FlowDistinguisherMethod": { type: ["ByNamespace", "ByUser"] },
  "flowcontrol.apiserver.k8s.io_v1#LimitResponse": { type: ["Queue", "Reject"] },
  "flowcontrol.apiserver.k8s.io_v1#PriorityLevelConfigurationSpec": { type: ["Exempt", "Limited"] },
  "flowcontrol.apiserver.k8s.io_v1#Subject": { kind: ["Group", "ServiceAccount", "User"] },
  "networking.k8s.io_v1#IngressClassParametersReference": { scope: ["Cluster", "Namespace"] },
  "resource.k8s.io_v1#DeviceSubRequest": { allocationMode: ["All", "ExactCount"] },
  "resource.k8s.io_v1#DeviceToleration": {
    effect: ["NoExecute", "NoSchedule"],
    operator: ["Equal", "Exists"],
  },
  "resource.k8s.io_v1#ExactDeviceRequest": { allocationMode: ["All", "ExactCount"] },
  "storage.k8s.io_v1#CSIDriverSpec": { fsGroupPolicy: ["File", "None", "ReadWriteOnceWithFSType"] },
};

/** Places where the packages say less or more than the API server does, as `file#Definition`. */
const corrections: Readonly<Record<string, (node: SchemaObject) => SchemaNode>> = {
  // Their CustomResourceDefinitions say nothing of the spec and keep whatever stands there.
  "hub.gke.io_v1beta1#Membership": (node) => ({ ...node, "x-kubernetes-preserve-unknown-fields": true }),
  "install.istio.io_v1alpha1#IstioOperator": (node) => ({
    ...node,
    "x-kubernetes-preserve-unknown-fields": true,
  }),
  "storage.k8s.io_v1#CSIDriverSpec": (node) => ({
    ...node,
    properties: {
      ...node.properties,
      volumeLifecycleModes: { type: "array", items: { type: "string", enum: ["Ephemeral", "Persistent"] } },
    },
  }),
};

/**
 * Puts the corrections into the schema of a definition.
 * @param used takes the names of those that were applied, so that one for nothing is noticed
 */
export function corrected(name: string, node: SchemaNode, used: Set<string>): SchemaNode {
  if (typeof node === "string") return node;
  let result: SchemaNode = node;
  const change = corrections[name];
  if (change) {
    used.add(name);
    result = change(node);
  }
  const enums = fieldEnums[name];
  if (!enums || typeof result === "string") return result;
  used.add(name);
  const properties: Record<string, SchemaNode> = { ...result.properties };
  for (const [field, words] of Object.entries(enums)) {
    if (properties[field] === undefined) throw new Error(`${name} has no field ${field} to correct`);
    properties[field] = { type: "string", enum: [...words] };
  }
  return { ...result, properties };
}

/** Names of all corrections. */
export function correctionNames(): string[] {
  return [...new Set([...Object.keys(corrections), ...Object.keys(fieldEnums)])];
}
