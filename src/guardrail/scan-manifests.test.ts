import { expect, test } from "vitest";
import { parseManifests } from "../kube/parse-manifests.ts";
import { compilePolicies } from "./compile-policy.ts";
import { scanManifests } from "./scan-manifests.ts";

const policy = (failurePolicy: string) => `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: horror-level }
spec:
  failurePolicy: ${failurePolicy}
  matchConstraints:
    resourceRules: [{ apiGroups: [""], apiVersions: ["v1"], operations: ["*"], resources: [configmaps] }]
  validations: [{ expression: object.data.level != 'debug', message: Not that loud. }]
`;
const configMap = (data: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n${data}`;

function scan(failurePolicy: string, text: string) {
  const { objects } = parseManifests(policy(failurePolicy), { file: "policy.yaml" });
  const { findings, resources } = scanManifests(
    [{ text, origin: { file: "a.yaml" } }],
    compilePolicies(objects).policies,
  );
  return { findings: findings.map(({ message }) => message), resources };
}

test("an object is valid or invalid", () => {
  expect(scan("Ignore", configMap("data: { level: info }")).resources).toMatchObject([{ status: "valid" }]);
  expect(scan("Ignore", configMap("data: { level: debug }"))).toMatchObject({
    findings: ["Not that loud."],
    resources: [{ status: "invalid" }],
  });
});

test("an error that the policy passes over alarms nobody, and is said with the object", () => {
  const { findings, resources } = scan("Ignore", configMap(""));
  expect(findings).toEqual([]);
  expect(resources).toMatchObject([
    {
      status: "error",
      reason: expect.stringMatching(/^horror-level could not be evaluated: .*no such key: data\.$/),
    },
  ]);
});

test("an error of a policy that fails closed is a finding", () => {
  const { findings, resources } = scan("Fail", configMap(""));
  expect(findings).toEqual([expect.stringMatching(/no such key: data$/)]);
  expect(resources).toMatchObject([{ status: "invalid" }]);
});

test("documents that are no objects are passed over, those that cannot be read are findings", () => {
  expect(scan("Ignore", "replicas: 3\n---\na: [")).toMatchObject({
    findings: [expect.stringContaining("")],
    resources: [{ status: "error" }, { status: "error" }],
  });
  expect(scan("Ignore", "replicas: 3\n").resources).toMatchObject([{ status: "skipped" }]);
});
