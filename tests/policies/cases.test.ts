import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compilePolicies } from "../../src/guardrail/compile-policy.ts";
import { evaluatePolicy } from "../../src/guardrail/evaluate-policy.ts";
import type { Operation } from "../../src/guardrail/policy-types.ts";
import { type ManifestObject, parseManifests } from "../../src/kube/parse-manifests.ts";
import { resourceOf } from "../../src/kube/resource-names.ts";
import { parseYaml } from "../../src/yaml/parse-yaml.ts";

interface PolicyCase {
  name: string;
  spec?: Record<string, unknown>;
  validate?: string;
  match?: unknown;
  rules?: unknown;
  object?: unknown;
  bindings?: unknown[];
  others?: unknown[];
  operation?: Operation;
  subresource?: string;
  oldObject?: Record<string, unknown>;
  request?: Record<string, unknown>;
  params?: Record<string, unknown>;
  expect: string;
  message?: string;
  exactMessage?: string;
  reason?: string;
  actions?: string[];
  failures?: number[];
  annotations?: Record<string, string>;
}

const folder = "tests/policies/cases";
const known = new Set(
  "name spec validate match rules object bindings others operation subresource oldObject request params expect message exactMessage reason actions failures annotations".split(
    " ",
  ),
);
const defaultObject = readFileSync("tests/policies/default-object.yaml", "utf8");

function read(file: string): PolicyCase[] {
  const { documents, findings } = parseYaml(readFileSync(`${folder}/${file}`, "utf8"), { file });
  expect(findings).toEqual([]);
  return documents[0]?.value as PolicyCase[];
}

function objectsOf(...values: unknown[]): ManifestObject[] {
  const text = values.map((value) => JSON.stringify(value)).join("\n---\n");
  const { objects, findings } = parseManifests(text, { file: "case.yaml" });
  expect(findings).toEqual([]);
  return objects;
}

function decide(given: PolicyCase) {
  const apiVersion = "admissionregistration.k8s.io/v1";
  const validations = [{ expression: given.validate ?? "true" }];
  const spec = {
    ...(given.rules ? { matchConstraints: { resourceRules: given.rules } } : {}),
    ...(given.match ? { matchConstraints: given.match } : {}),
    ...(given.spec ?? { validations }),
  };
  const policy = { apiVersion, kind: "ValidatingAdmissionPolicy", metadata: { name: "case" }, spec };
  const bindings = (given.bindings ?? []).map((binding, i) => ({
    apiVersion,
    kind: "ValidatingAdmissionPolicyBinding",
    metadata: { name: `binding-${i}` },
    spec: { policyName: "case", ...(binding as object) },
  }));
  const others = objectsOf(policy, ...bindings, ...(given.others ?? []));
  const { policies, findings } = compilePolicies(others);
  const [compiled] = policies;
  const [object] = given.object
    ? objectsOf(given.object)
    : parseManifests(defaultObject, { file: "default-object.yaml" }).objects;
  if (!compiled || !object) throw new Error("the case has no policy or no object");
  const namespace = others.find(({ kind, name }) => kind === "Namespace" && name === object.namespace);
  const decision = evaluatePolicy(compiled, object, {
    resourceOf,
    operation: given.operation,
    oldObject: given.oldObject,
    subresource: given.subresource,
    request: given.request,
    params: given.params,
    namespaceObject: namespace?.value,
  });
  return { decision, findings };
}

const files = readdirSync(folder);
const all = files.map((file) => ({ file, cases: read(file) }));

test("there are at least 200 cases, each with its own name in its file", () => {
  expect(all.flatMap(({ cases }) => cases).length).toBeGreaterThanOrEqual(200);
  for (const { file, cases } of all) {
    expect(new Set(cases.map(({ name }) => name)).size, file).toBe(cases.length);
    expect(
      cases.flatMap((given) => Object.keys(given).filter((key) => !known.has(key))),
      file,
    ).toEqual([]);
  }
});

describe.each(all)("$file", ({ cases }) => {
  test.each(cases)("$name", (given) => {
    const { decision, findings } = decide(given);
    if (given.expect === "broken") {
      expect(decision.decision).not.toBe("admit");
      expect(findings.map(({ code }) => code)).toContain("guardrail-broken-expression");
      expect(findings[0]?.message).toContain(given.message);
      return;
    }
    expect(decision.decision, decision.message).toBe(given.expect);
    if (given.message !== undefined) expect(decision.message).toContain(given.message);
    if (given.exactMessage !== undefined) expect(decision.message).toBe(given.exactMessage);
    if (given.reason !== undefined) expect(decision.reason).toBe(given.reason);
    if (given.actions) expect(decision.actions).toEqual(given.actions);
    if (given.failures) expect(decision.failures.map(({ index }) => index)).toEqual(given.failures);
    if (given.annotations) expect(decision.auditAnnotations ?? {}).toEqual(given.annotations);
  });
});
