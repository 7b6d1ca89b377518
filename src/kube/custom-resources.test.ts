import { expect, test } from "vitest";
import { resourcesAmong } from "./custom-resources.ts";
import { parseManifests } from "./parse-manifests.ts";
import { resourceOf } from "./resource-names.ts";

const crd = (scope: string) => `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: mice.zoo.example }
spec:
  group: zoo.example
  scope: ${scope}
  names: { kind: Mouse, plural: mice }
  versions: [{ name: v1 }, { name: v2 }]
`;
const lookup = (text: string) => resourcesAmong(parseManifests(text, { file: "a.yaml" }).objects);

test("kinds of definitions have their own plural and scope, in every version", () => {
  expect(lookup(crd("Cluster"))("zoo.example", "v2", "Mouse")).toEqual({ plural: "mice", namespaced: false });
  expect(lookup(crd("Namespaced"))("zoo.example", "v1", "Mouse")).toEqual({
    plural: "mice",
    namespaced: true,
  });
  expect(lookup(crd("Cluster"))("zoo.example", "v3", "Mouse")).toBeUndefined();
});

test("all other kinds are known as ever", () => {
  expect(lookup(crd("Cluster"))("networking.k8s.io", "v1", "NetworkPolicy")).toEqual({
    plural: "networkpolicies",
    namespaced: true,
  });
  expect(lookup("apiVersion: v1\nkind: Pod\n")).toBe(resourceOf);
});

test("a definition that names nothing is passed over", () => {
  const empty =
    "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec: { group: zoo.example }\n";
  expect(lookup(empty)("zoo.example", "v1", "Mouse")).toBeUndefined();
});
