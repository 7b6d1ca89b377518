import { expect, test } from "vitest";
import { loadSchemas } from "../src/kube/schemas/load-schemas.ts";
import { validateManifests } from "../src/kube/validate-manifests.ts";

const findings = (text: string) =>
  validateManifests([{ text, origin: { file: "custom.yaml" } }], { schemas: loadSchemas() }).findings;

const prometheus = (field: string) => `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata:
  name: main
spec:
  retention: 15d
  ${field}: 2
`;

const route = (field: string) => `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
spec:
  parentRefs:
    - name: public
  rules:
    - backendRefs:
        - name: web
          port: 80
          ${field}: 10
`;

test.each([
  ["fields of an embedded struct", prometheus("replicas")],
  ["fields of a struct embedded in an embedded one", route("weight")],
])("%s are known", (_name, text) => {
  expect(findings(text)).toEqual([]);
});

test.each([
  ["beside an embedded struct", prometheus("replica")],
  ["beside two", route("weigth")],
])("a field of neither is unknown %s", (_name, text) => {
  expect(findings(text).map(({ code }) => code)).toEqual(["manifest-unknown-field"]);
});

test("a field of the wrong type is found in an embedded struct", () => {
  const [finding, ...others] = findings(prometheus("replicas").replace("2", "two"));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ code: "manifest-wrong-type", line: 7 });
});
