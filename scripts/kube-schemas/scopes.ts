/**
 * Kinds that belong to no namespace, as `group/Kind`. Built-in ones after `kubectl api-resources`, the others after
 * `spec.scope` of their projects' CustomResourceDefinitions.
 */
export const clusterScoped = new Set([
  "/ComponentStatus",
  "/Namespace",
  "/Node",
  "/PersistentVolume",
  "admissionregistration.k8s.io/MutatingAdmissionPolicy",
  "admissionregistration.k8s.io/MutatingAdmissionPolicyBinding",
  "admissionregistration.k8s.io/MutatingWebhookConfiguration",
  "admissionregistration.k8s.io/ValidatingAdmissionPolicy",
  "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding",
  "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
  "apiextensions.k8s.io/CustomResourceDefinition",
  "apiregistration.k8s.io/APIService",
  "authentication.k8s.io/SelfSubjectReview",
  "authentication.k8s.io/TokenReview",
  "authorization.k8s.io/SelfSubjectAccessReview",
  "authorization.k8s.io/SelfSubjectRulesReview",
  "authorization.k8s.io/SubjectAccessReview",
  "certificates.k8s.io/CertificateSigningRequest",
  "extensions/PodSecurityPolicy",
  "flowcontrol.apiserver.k8s.io/FlowSchema",
  "flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration",
  "networking.k8s.io/IPAddress",
  "networking.k8s.io/IngressClass",
  "networking.k8s.io/ServiceCIDR",
  "node.k8s.io/RuntimeClass",
  "policy/PodSecurityPolicy",
  "rbac.authorization.k8s.io/ClusterRole",
  "rbac.authorization.k8s.io/ClusterRoleBinding",
  "resource.k8s.io/DeviceClass",
  "resource.k8s.io/ResourceSlice",
  "scheduling.k8s.io/PriorityClass",
  "storage.k8s.io/CSIDriver",
  "storage.k8s.io/CSINode",
  "storage.k8s.io/StorageClass",
  "storage.k8s.io/VolumeAttachment",
  "storage.k8s.io/VolumeAttributesClass",
  "argoproj.io/ClusterAnalysisTemplate",
  "awspca.cert-manager.io/AWSPCAClusterIssuer",
  "cert-manager.io/ClusterIssuer",
  "policy.cert-manager.io/CertificateRequestPolicy",
  "trust.cert-manager.io/Bundle",
  "trust-manager.io/ClusterBundle",
  "cilium.io/CiliumBGPAdvertisement",
  "cilium.io/CiliumBGPClusterConfig",
  "cilium.io/CiliumBGPNodeConfig",
  "cilium.io/CiliumBGPNodeConfigOverride",
  "cilium.io/CiliumBGPPeerConfig",
  "cilium.io/CiliumCIDRGroup",
  "cilium.io/CiliumClusterwideEnvoyConfig",
  "cilium.io/CiliumClusterwideNetworkPolicy",
  "cilium.io/CiliumEgressGatewayPolicy",
  "cilium.io/CiliumEndpointSlice",
  "cilium.io/CiliumIdentity",
  "cilium.io/CiliumL2AnnouncementPolicy",
  "cilium.io/CiliumLoadBalancerIPPool",
  "cilium.io/CiliumNode",
  "cilium.io/CiliumPodIPPool",
  "external-secrets.io/ClusterExternalSecret",
  "external-secrets.io/ClusterPushSecret",
  "external-secrets.io/ClusterSecretStore",
  "generators.external-secrets.io/ClusterGenerator",
  "gateway.networking.k8s.io/GatewayClass",
  "gateway.networking.x-k8s.io/XMesh",
  "cloud.google.com/ComputeClass",
  "karpenter.k8s.aws/EC2NodeClass",
  "karpenter.sh/NodeClaim",
  "karpenter.sh/NodeOverlay",
  "karpenter.sh/NodePool",
  "kyverno.io/ClusterCleanupPolicy",
  "kyverno.io/ClusterPolicy",
  "kyverno.io/GlobalContextEntry",
  "policies.kyverno.io/DeletingPolicy",
  "policies.kyverno.io/GeneratingPolicy",
  "policies.kyverno.io/ImageValidatingPolicy",
  "policies.kyverno.io/MutatingPolicy",
  "policies.kyverno.io/ValidatingPolicy",
  "reports.kyverno.io/ClusterEphemeralReport",
  "wgpolicyk8s.io/ClusterPolicyReport",
  "networking.internal.knative.dev/ClusterDomainClaim",
]);

/** Plurals that the rule of `pluralOf` gets wrong. */
const irregular: Record<string, string> = {
  Endpoints: "endpoints",
  Prometheus: "prometheuses",
  KubeletConfiguration: "kubeletconfigurations",
};

/** Resource name of a kind: lower case and plural, as code generators and CustomResourceDefinitions have it. */
export function pluralOf(kind: string): string {
  const known = irregular[kind];
  if (known !== undefined) return known;
  const word = kind.toLowerCase();
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}
