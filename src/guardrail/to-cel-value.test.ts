import { expect, test } from "vitest";
import { parseManifests } from "../kube/parse-manifests.ts";
import { objectToCel } from "./to-cel-value.ts";

function toCel(text: string, namespaced = false) {
  const [object] = parseManifests(text, { file: "a.yaml" }).objects;
  if (!object) throw new Error("no object");
  return objectToCel(object, namespaced);
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

test("quantities are written as the API server writes them back", () => {
  const limits =
    "{a: 1024Mi, b: 0.5, c: 1000m, d: 1000, e: 0.5Gi, f: 1.5Gi, g: 512, h: 0.1Ki, i: '1e3', j: '12e4', k: 0, l: 100n, m: 1023Ki, q: -2048Ki, o: ten, p: ' 1Gi '}";
  const object = toCel(
    `apiVersion: v1\nkind: Pod\nspec: {containers: [{resources: {limits: ${limits}}}], volumes: [{emptyDir: {sizeLimit: 2048Mi}}]}\n`,
  );
  expect(object).toMatchObject({
    spec: {
      containers: [
        {
          resources: {
            limits: {
              a: "1Gi",
              b: "500m",
              c: "1",
              d: "1k",
              e: "512Mi",
              f: "1536Mi",
              g: "512",
              h: "102400m",
              i: "1e3",
              j: "120e3",
              k: "0",
              l: "100n",
              m: "1023Ki",
              q: "-2Mi",
              o: "ten",
              p: "1Gi",
            },
          },
        },
      ],
      volumes: [{ emptyDir: { sizeLimit: "2Gi" } }],
    },
  });
});

test("a namespaced object has its namespace, one that has none does not", () => {
  const pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n";
  expect(toCel(pod, true)).toMatchObject({ metadata: { name: "a", namespace: "default" } });
  expect(toCel(pod, false)).toEqual({ apiVersion: "v1", kind: "Pod", metadata: { name: "a" } });
  expect(toCel("apiVersion: v1\nkind: Pod\nmetadata: {namespace: b}\n", true)).toMatchObject({
    metadata: { namespace: "b" },
  });
  expect(toCel("apiVersion: v1\nkind: Pod\n", true)).toMatchObject({ metadata: { namespace: "default" } });
});
