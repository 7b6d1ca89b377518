import { describe, expect, test } from "vitest";
import { withSchemaLocation } from "./schema-location.ts";
import { loadSchemas } from "./schemas/load-schemas.ts";
import { validateFragment } from "./validate-fragment.ts";
import { validateManifests } from "./validate-manifests.ts";

const schemas = loadSchemas();
const origin = { file: "a.yaml" };
const found = (text: string, firstLine = 1) =>
  validateManifests([{ text, origin: { ...origin, firstLine } }], { schemas }).findings.map(
    (one) => `${one.line}:${one.column} ${one.code} ${one.message}`,
  );

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replcas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: web, ports: [{name: http, containerPort: 80}]}]}
`;

test.each([0, 1, 7])("a finding moves with its line: %i lines above", (above) => {
  const [finding] = found(`${"# a comment\n".repeat(above)}${deployment}`);
  expect(finding).toBe(`${5 + above}:3 manifest-unknown-field DeploymentSpec has no field "replcas".`);
  const [crlf] = found(`${"\r\n".repeat(above)}${deployment.replaceAll("\n", "\r\n")}`);
  expect(crlf).toBe(finding);
  const [later] = found(`a: b\n---\n${deployment}`, 10 + above).slice(-1);
  expect(later).toBe(`${16 + above}:3 manifest-unknown-field DeploymentSpec has no field "replcas".`);
});

describe("suppressions", () => {
  const silenced = (annotation: string) =>
    found(deployment.replace("{name: web}", `{name: web, annotations: {${annotation}}}`)).map(
      (one) => one.split(" ")[1],
    );
  const key = "kubernetes-horror-stories/ignore.manifest-unknown-field";

  test("with a reason silence the finding", () => expect(silenced(`${key}: "tried in May"`)).toEqual([]));
  test("without one are findings", () => {
    expect(silenced(`${key}: ""`)).toEqual(["manifest-bad-suppression", "manifest-unknown-field"]);
  });
  test("of nothing are findings", () => {
    expect(silenced(`kubernetes-horror-stories/ignore.manifest-bad-port: "no reason"`)).toEqual([
      "manifest-bad-suppression",
      "manifest-unknown-field",
    ]);
  });
});

describe("references", () => {
  const right = deployment.replace("  replcas: 2\n", "");
  const service = (selector: string, port: string) =>
    `apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  selector: {app: ${selector}}\n  ports: [{port: 80, targetPort: ${port}}]\n`;

  test("that lead somewhere are not told", () =>
    expect(found(`${right}---\n${service("web", "http")}`)).toEqual([]));

  test("to labels and ports that are not there are", () => {
    expect(found(`${right}---\n${service("wbe", "http")}`)[0]).toMatch(/^14:19 manifest-broken-reference/);
    expect(found(`${right}---\n${service("web", "htp")}`)[0]).toMatch(/^15:34 manifest-broken-reference/);
  });

  test("to what the set does not claim to hold are not told", () => {
    expect(found(service("other", "http"))).toEqual([]);
    expect(found(right.replace("containers:", "serviceAccountName: robot, containers:"))).toEqual([]);
  });

  test("to a key that an object of the set lacks are", () => {
    const map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: env}\ndata: {LEVEL: a}\n";
    const pod = `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
  - name: a
    image: b
    env:
    - {name: A, valueFrom: {configMapKeyRef: {name: env, key: LEVL}}}
`;
    expect(found(`${pod}---\n${map}`)[0]).toMatch(
      /^9:63 manifest-broken-reference The ConfigMap env has no key "LEVL"/,
    );
  });

  test("thousands of objects are compared in no time", () => {
    const many = Array.from({ length: 1500 }, (_, index) =>
      [right, service("web", "http")].map((one) => one.replaceAll("web", `web-${index}`)).join("---\n"),
    ).join("---\n");
    expect(found(many)).toEqual([]);
  }, 60_000);
});

describe("excerpts", () => {
  const inside = (text: string, place: string) =>
    validateFragment(text, origin, place, { schemas }).map((one) => `${one.line}:${one.column} ${one.code}`);

  test("lack no field, and know the fields of their place", () => {
    expect(inside("replicas: 2\n# ...\ntemplate:\n  spec:\n    ...\n", "Deployment.spec")).toEqual([]);
    expect(inside("replicas: two\nimage: x\n", "Deployment.spec")).toEqual([
      "1:11 manifest-wrong-type",
      "2:1 manifest-unknown-field",
    ]);
    expect(inside("livenesProbe: {}\n", "Pod.spec.containers[0]")).toEqual(["1:1 manifest-unknown-field"]);
    expect(inside("weight: 1\n", "HTTPRoute.spec.rules[].backendRefs[]")).toEqual([]);
  });

  test("of nothing known say so", () => {
    expect(inside("a: b\n", "Deployment.spek")).toEqual(["1:1 manifest-unknown-fragment"]);
    expect(inside("a: b\n", "Deploy")).toEqual(["1:1 manifest-unknown-fragment"]);
  });
});

describe("schemas of one's own", () => {
  const crd = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: crontabs.stable.example.com}
spec:
  group: stable.example.com
  names: {kind: CronTab, plural: crontabs}
  scope: Namespaced
  versions:
  - name: v1
    served: true
    storage: true
    schema:
      openAPIV3Schema:
        type: object
        properties:
          spec: {type: object, required: [image], properties: {image: {type: string}, replicas: {type: integer, maximum: 3}}}
`;
  const own = withSchemaLocation(schemas, [{ text: crd, origin: { file: "crd.yaml" } }]);
  const check = (spec: string) =>
    validateManifests(
      [
        {
          text: `apiVersion: stable.example.com/v1\nkind: CronTab\nmetadata: {name: a}\nspec:\n${spec}`,
          origin,
        },
      ],
      { schemas: own.schemas },
    ).findings.map((one) => `${one.line} ${one.code}`);

  test("a CustomResourceDefinition is used as it is", () => {
    expect(own.kinds).toEqual(["stable.example.com/v1/CronTab"]);
    expect(check("  image: x\n  replicas: 3\n")).toEqual([]);
    expect(check("  image: 1\n  replicas: 4\n  imge: x\n")).toEqual([
      "5 manifest-wrong-type",
      "6 manifest-bad-value",
      "7 manifest-unknown-field",
    ]);
    expect(check("  replicas: 1\n")).toEqual(["4 manifest-missing-field"]);
  });
});
