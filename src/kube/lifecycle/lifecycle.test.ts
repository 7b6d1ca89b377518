import { describe, expect, test } from "vitest";
import { parseManifests } from "../parse-manifests.ts";
import { loadSchemas } from "../schemas/load-schemas.ts";
import { validVersions } from "../valid-versions.ts";
import { validateManifests } from "../validate-manifests.ts";
import { apiLifecycle } from "./api-lifecycle.ts";
import { compareVersions, newestVersion, oldestVersion } from "./kubernetes-version.ts";

const schemas = loadSchemas();
const origin = { file: "a.yaml" };
const codes = (text: string, kubernetesVersion: string) =>
  validateManifests([{ text, origin }], {
    schemas,
    kubernetesVersion,
    ignoreMissingSchemas: true,
  }).findings.map((one) => `${one.line}:${one.column} ${one.code}`);
const object = (apiVersion: string, kind: string, rest = "") =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\n${rest}`;
const budget = (version: string) =>
  object(version, "PodDisruptionBudget", "spec: {selector: {}, minAvailable: 1}\n");
const scaler = (version: string) =>
  object(
    version,
    "HorizontalPodAutoscaler",
    "spec: {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}}\n",
  );

describe("API versions come and go", () => {
  test.each([
    [budget("policy/v1beta1"), "1.25", ["1:13 manifest-removed-api"]],
    [budget("policy/v1"), "1.25", []],
    [scaler("autoscaling/v2beta2"), "1.25", ["1:13 manifest-deprecated-api"]],
    [scaler("autoscaling/v2beta2"), "1.26", ["1:13 manifest-removed-api"]],
    [object("flowcontrol.apiserver.k8s.io/v1", "FlowSchema"), "1.28", ["1:13 manifest-unavailable-api"]],
    [object("flowcontrol.apiserver.k8s.io/v1", "FlowSchema"), "1.29", []],
    [
      object("networking.k8s.io/v1", "ServiceCIDR", "spec: {cidrs: [10.0.0.0/24]}\n"),
      "1.32",
      ["1:13 manifest-unavailable-api"],
    ],
    [object("networking.k8s.io/v1", "ServiceCIDR", "spec: {cidrs: [10.0.0.0/24]}\n"), "1.33", []],
    [object("v1", "Endpoints"), "1.32", []],
    [object("v1", "Endpoints"), "1.33", ["1:13 manifest-deprecated-api"]],
  ])("%j on %s", (text, version, expected) => expect(codes(text, version)).toEqual(expected));

  test("fields too", () => {
    const pod = object("v1", "Pod", "spec:\n  hostUsers: false\n  containers: [{name: a, image: b}]\n");
    expect(codes(pod, "1.32")).toEqual(["5:3 manifest-unavailable-field"]);
    expect(codes(pod, "1.33")).toEqual([]);
  });

  test("the table is in order: introduced, deprecated, removed, with a replacement or a note", () => {
    for (const [name, { introduced, deprecated, removed, replacement, note }] of Object.entries(
      apiLifecycle,
    )) {
      const steps = [introduced, deprecated, removed].filter((one) => one !== undefined);
      const sorted = [...steps].sort(compareVersions);
      expect(steps, name).toEqual(sorted);
      if (removed !== undefined && !/Scale$|Rollback$/.test(name))
        expect(replacement ?? note, name).toBeDefined();
    }
  });
});

describe("the versions on which manifests are valid", () => {
  const range = (text: string) => validVersions(parseManifests(text, origin).objects, { schemas });

  test("are open where nothing limits them", () => {
    expect(range(budget("policy/v1"))).toEqual({ reasons: [] });
  });

  test("start with the newest API and field in use, and end with the oldest that goes", () => {
    const pod = object(
      "v1",
      "Pod",
      "spec: {hostUsers: false, containers: [{name: a, image: b, resizePolicy: []}]}\n",
    );
    const found = range(`${pod}---\n${object("flowcontrol.apiserver.k8s.io/v1beta3", "FlowSchema")}`);
    expect(found.from).toBe("1.33");
    expect(found.to).toBe("1.31");
    expect(found.reasons.map((one) => one.reason)).toContain(
      "flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema was removed in 1.32.",
    );
  });

  test("agree with validating on every version between", () => {
    const text = scaler("autoscaling/v2beta2");
    const { to } = range(text);
    const [, first = 0] = oldestVersion.split(".").map(Number);
    const [, last = 0] = newestVersion.split(".").map(Number);
    for (let minor = first; minor <= last; minor++) {
      const refused = codes(text, `1.${minor}`).includes("1:13 manifest-removed-api");
      expect(refused, `1.${minor}`).toBe(to !== undefined && compareVersions(`1.${minor}`, to) > 0);
    }
  });
});
