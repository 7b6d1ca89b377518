import { expect, test } from "vitest";
import { compilePolicies } from "../guardrail/compile-policy.ts";
import { parseManifests } from "../kube/parse-manifests.ts";
import { guardrailScope } from "./guardrail-scope.ts";

function scope(spec: string, binding = "") {
  const text = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: horror-case }
spec:
${spec}
  validations: [{ expression: "true", message: no }]
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: { name: horror-case }
spec:
  policyName: horror-case
  validationActions: [Warn, Audit]
${binding}`;
  const { policies, findings } = compilePolicies(parseManifests(text, { file: "policy.yaml" }).objects);
  expect(findings).toEqual([]);
  const [policy] = policies;
  if (!policy) throw new Error("no policy");
  return guardrailScope(policy);
}

test("kinds go by their names, and the groups that serve the same objects are asked for once", () => {
  const found = scope(`  matchConstraints:
    resourceRules:
      - { apiGroups: [""], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [pods, pods/exec] }
      - { apiGroups: [traefik.io, traefik.containo.us], apiVersions: ["*"], operations: [UPDATE], resources: [ingressroutes] }
      - { apiGroups: [kubeadm.k8s.io], apiVersions: [v1beta4], operations: [CREATE], resources: [clusterconfigurations] }
      - { apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [daemonsets], resourceNames: [aws-node] }
  matchConditions: [{ name: not-owned, expression: "true" }]`);
  expect(found).toEqual({
    kinds: [
      { apiVersions: ["v1"], kinds: ["Pod", "pods/exec"], names: [] },
      { apiVersions: ["traefik.io/*", "traefik.containo.us/*"], kinds: ["IngressRoute"], names: [] },
      { apiVersions: ["kubeadm.k8s.io/v1beta4"], kinds: ["ClusterConfiguration"], names: [] },
      { apiVersions: ["apps/v1"], kinds: ["DaemonSet"], names: ["aws-node"] },
    ],
    operations: ["create", "update"],
    namespaces: "",
    objects: "",
    conditions: ["not-owned"],
    params: [],
    resources: ["pods", "ingressroutes.traefik.io", "daemonsets.apps"],
  });
});

const services = `  matchConstraints:
    resourceRules:
      - { apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [services] }`;

test("selectors read as kubectl takes them, and what they select by is asked for", () => {
  const found = scope(`${services}
    namespaceSelector:
      matchLabels: { mesh: "on" }
      matchExpressions:
        - { key: kubernetes.io/metadata.name, operator: NotIn, values: [kube-system, dns] }
        - { key: a, operator: Exists }
        - { key: b, operator: DoesNotExist }
    objectSelector: { matchExpressions: [{ key: tier, operator: In, values: [web] }] }`);
  expect(found.namespaces).toBe("mesh=on,kubernetes.io/metadata.name notin (kube-system,dns),a,!b");
  expect(found.objects).toBe("tier in (web)");
  expect(found.resources).toEqual(["services", "namespaces"]);
});

test.each([
  [
    "v1",
    "ConfigMap",
    "{ name: ranges, namespace: kube-system, parameterNotFoundAction: Deny }",
    [
      "The `ConfigMap` `ranges` in the namespace `kube-system`.",
      "Where there is none, every object is refused.",
    ],
    "configmaps",
  ],
  [
    "v1",
    "LimitRange",
    "{ selector: { matchLabels: { a: b } }, parameterNotFoundAction: Allow }",
    [
      "Every `LimitRange` with the label `a=b` in the object's own namespace.",
      "Where there is none, nothing is judged.",
    ],
    "limitranges",
  ],
  [
    "admissionregistration.k8s.io/v1",
    "ValidatingWebhookConfiguration",
    "{ selector: {}, parameterNotFoundAction: Allow }",
    ["Every `ValidatingWebhookConfiguration`.", "Where there is none, nothing is judged."],
    "validatingwebhookconfigurations.admissionregistration.k8s.io",
  ],
])("what it is judged by: %s %s %s", (apiVersion, kind, paramRef, words, resource) => {
  const found = scope(
    `  paramKind: { apiVersion: ${apiVersion}, kind: ${kind} }\n${services}`,
    `  paramRef: ${paramRef}\n`,
  );
  expect(found.params).toEqual(words);
  expect(found.resources).toEqual(["services", resource]);
});
