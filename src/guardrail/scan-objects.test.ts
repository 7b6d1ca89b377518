import { expect, test } from "vitest";
import { parseManifests } from "../kube/parse-manifests.ts";
import { resourceOf } from "../kube/resource-names.ts";
import { compilePolicies } from "./compile-policy.ts";
import { scanObjects } from "./scan-objects.ts";

function scan(validation: string, text: string, spec = ""): string[] {
  const policy = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata:
  name: horror-case
  annotations:
    kubernetes-horror-stories/fix: Do this.
spec:
${spec}
  validations:
    - expression: ${JSON.stringify(validation)}
      message: no
`;
  const { policies, findings } = compilePolicies(parseManifests(policy, { file: "policy.yaml" }).objects);
  expect(findings).toEqual([]);
  const { objects } = parseManifests(text, { file: "app.yaml" });
  const lines = text.split("\n");
  return scanObjects(policies, objects, { resourceOf }).map(({ code, line, fix }) => {
    expect({ code, fix }).toEqual({ code: "guardrail-violation", fix: "Do this." });
    return (lines[line - 1] ?? "").trim();
  });
}

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
  labels:
    app: web
spec:
  hostNetwork: true
  containers:
    - name: a
      image: registry.example/a:1
      securityContext:
        privileged: true
    - name: b
      image: registry.example/b:latest
    - name: c
      image: registry.example/c:latest
      securityContext:
        privileged: true
`;

test.each([
  ["a field that is wrong", "!object.spec.hostNetwork", ["hostNetwork: true"]],
  [
    "the same field of several items, each of them",
    "object.spec.containers.all(c, !has(c.securityContext) || !c.securityContext.privileged)",
    ["privileged: true", "privileged: true"],
  ],
  [
    "through a variable that filters",
    "object.spec.containers.filter(c, c.image.endsWith(':latest')).size() == 0",
    ["image: registry.example/b:latest", "image: registry.example/c:latest"],
  ],
  ["an item that lacks a field", "object.spec.containers.all(c, has(c.resources))", ["- name: a"]],
  ["something the object lacks", "has(object.spec.nodeSelector)", ["kind: Pod"]],
  ["a label that is wrong", "object.metadata.labels.app == 'api'", ["app: web"]],
  ["a list that is too long", "size(object.spec.containers) < 3", ["containers:"]],
])("points at %s", (_what, validation, expected) => expect(scan(validation, pod)).toEqual(expected));

test("an object is let be where its annotation gives a reason", () => {
  const text = pod.replace(
    "  labels:",
    "  annotations:\n    kubernetes-horror-stories/ignore.case: reviewed in May\n  labels:",
  );
  expect(scan("false", text)).toEqual([]);
  expect(scan("false", text.replace("reviewed in May", '""'))).toEqual(["kind: Pod"]);
});

test("namespaces and parameters come from the objects that are scanned", () => {
  const spec = `  paramKind: { apiVersion: v1, kind: ConfigMap }
  matchConstraints:
    namespaceSelector: { matchLabels: { env: prod } }
    resourceRules: [{ apiGroups: [""], apiVersions: [v1], operations: ["*"], resources: [pods] }]`;
  const others = `---
apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: { env: ENV }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: limits }
data: { most: "2" }
`;
  const validation = "size(object.spec.containers) <= int(params.data.most)";
  expect(scan(validation, pod + others.replace("ENV", "prod"), spec)).toEqual(["containers:"]);
  expect(scan(validation, pod + others.replace("ENV", "test"), spec)).toEqual([]);
});

test("what cannot be judged offline is said", () => {
  const text = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: p }
spec: { validations: [{ expression: "authorizer.path('/').check('get').allowed()" }] }
`;
  const { policies } = compilePolicies(parseManifests(text, { file: "policy.yaml" }).objects);
  const findings = scanObjects(policies, parseManifests(pod, { file: "app.yaml" }).objects, { resourceOf });
  expect(findings.map(({ code }) => code)).toEqual(["guardrail-undecided"]);
});
