import { expect, test } from "vitest";
import { parseManifests } from "../kube/parse-manifests.ts";
import { resourceOf } from "../kube/resource-names.ts";
import { compilePolicies } from "./compile-policy.ts";
import { evaluatePolicy } from "./evaluate-policy.ts";

const numbers = Array.from({ length: 3000 }, (_, index) => index);
/** Variables that each put the one before them together with itself. */
const doubling = (first: string) =>
  Array.from({ length: 60 }, (_, index) => ({
    name: `v${index}`,
    expression: index === 0 ? first : `variables.v${index - 1} + variables.v${index - 1}`,
  }));
const nested = (depth: number): string =>
  depth === 0 ? "true" : `object.data.all(x${depth}, ${nested(depth - 1)})`;

test.each<[string, { variables?: { name: string; expression: string }[]; expression: string }]>([
  ["loops in loops", { expression: nested(6) }],
  ["lists that double", { variables: doubling("object.data"), expression: "variables.v59.size() > 0" }],
  ["texts that double", { variables: doubling("object.text"), expression: "variables.v59.size() > 0" }],
  [
    "sets held against each other",
    {
      variables: [{ name: "many", expression: "object.data.map(x, x + 1000000)" }],
      expression: "sets.contains(object.data + variables.many, variables.many + object.data)",
    },
  ],
  [
    "a text that grows with each replacement",
    {
      variables: Array.from({ length: 12 }, (_, index) => ({
        name: `v${index}`,
        expression:
          index === 0 ? "object.text" : `variables.v${index - 1}.replace('a', variables.v${index - 1})`,
      })),
      expression: "variables.v11.size() > 0",
    },
  ],
])("%s end, and are no admission", (_what, { variables = [], expression }) => {
  const spec = { failurePolicy: "Ignore", variables, validations: [{ expression }] };
  const policy = {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicy",
    metadata: { name: "runaway" },
    spec,
  };
  const widget = { apiVersion: "example.com/v1", kind: "Widget", data: numbers, text: "a".repeat(100) };
  const { objects } = parseManifests([policy, widget].map((one) => JSON.stringify(one)).join("\n---\n"), {
    file: "a.yaml",
  });
  const { policies, findings } = compilePolicies(objects);
  expect(findings).toEqual([]);
  const [compiled] = policies;
  const [, object] = objects;
  if (!compiled || !object) throw new Error("no policy or no object");
  const start = performance.now();
  const { decision, message } = evaluatePolicy(compiled, object, { resourceOf });
  expect({ decision, message }).toEqual({
    decision: "error",
    message: expect.stringMatching(/operation cancelled/),
  });
  expect(performance.now() - start).toBeLessThan(10_000);
});
