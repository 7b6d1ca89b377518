import { expect, test } from "vitest";
import { parseManifests } from "../kube/parse-manifests.ts";
import { objectToCel } from "./to-cel-value.ts";

function toCel(text: string) {
  const [object] = parseManifests(text, { file: "a.yaml" }).objects;
  if (!object) throw new Error("no object");
  return objectToCel(object);
}

test("integers are exact however large, and fractions are doubles", () => {
  expect(toCel("apiVersion: a.b/v1\nkind: W\nbig: 9007199254740993\nhalf: 0.5\nwhole: 2.0\n")).toEqual({
    apiVersion: "a.b/v1",
    kind: "W",
    big: 9007199254740993n,
    half: 0.5,
    whole: 2n,
  });
});

test("items of a list are objects of their own", () => {
  expect(
    toCel(
      "apiVersion: v1\nkind: List\nitems:\n  - apiVersion: a.b/v1\n    kind: W\n    big: 9007199254740993\n",
    ),
  ).toEqual({
    apiVersion: "a.b/v1",
    kind: "W",
    big: 9007199254740993n,
  });
});

test("quantities of built-in kinds are text, null is absent", () => {
  expect(
    toCel(
      "apiVersion: v1\nkind: ResourceQuota\nmetadata: {creationTimestamp: null, labels: null}\nspec: {hard: {pods: 10}}\n",
    ),
  ).toEqual({
    apiVersion: "v1",
    kind: "ResourceQuota",
    metadata: { creationTimestamp: null },
    spec: { hard: { pods: "10" } },
  });
});
