import { expect, test } from "vitest";
import { parseManifests } from "../kube/parse-manifests.ts";
import { compilePolicies } from "./compile-policy.ts";

function broken(text: string) {
  const { objects } = parseManifests(text, { file: "policy.yaml" });
  const lines = text.split("\n");
  return compilePolicies(objects, { textOf: () => text }).findings.map(
    ({ line, column, endLine, endColumn, message }) => ({
      line,
      column,
      marked:
        endLine === line
          ? lines[line - 1]?.slice(column - 1, (endColumn ?? column) - 1)
          : `to line ${endLine}`,
      message: message.replace(/^.*does not compile: /, ""),
    }),
  );
}

const policy = (expression: string) => `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata:
  name: p
spec:
  validations:
    - expression: ${expression}
`;

const marked = "nothing";
const fault = { marked, message: "undeclared reference to 'nothing'." };

test.each([
  ["plain", "object.a == 1 && nothing.b", 7, 36],
  ["in double quotes", '"object.a == \\"x\\" && nothing.b"', 7, 41],
  ["in single quotes", "'object.a == ''x'' && nothing.b'", 7, 41],
  ["literal block", "|\n        object.a == 1\n          && nothing.b", 9, 14],
  ["folded block", ">-\n        object.a == 1\n        && nothing.b", 9, 12],
  [
    "literal block with comment and blank line",
    "| # why\n\n        object.a == 1 &&\n        nothing.b",
    10,
    9,
  ],
  ["plain over two lines", "object.a == 1 &&\n        nothing.b", 8, 9],
])("the place of a fault: %s", (_name, expression, line, column) => {
  expect(broken(policy(expression))).toEqual([{ line, column, ...fault }]);
});

test("every broken expression is told once, in whatever field it stands", () => {
  const text = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata:
  name: p
spec:
  matchConditions:
    - { name: m, expression: nothing }
  variables:
    - { name: v, expression: nothing }
  validations:
    - { expression: variables.v == 1, messageExpression: nothing }
  auditAnnotations:
    - { key: k, valueExpression: nothing }
`;
  expect(broken(text).map(({ line }) => line)).toEqual([9, 7, 11, 13]);
});

test("a result of unknown type is told, and the policy can still be evaluated", () => {
  const { objects } = parseManifests(policy("object.spec.paused"), { file: "policy.yaml" });
  const { policies, findings } = compilePolicies(objects);
  expect(findings.map(({ message }) => message)).toEqual([
    "This expression of p does not compile: must evaluate to bool but got dyn.",
  ]);
  expect(policies[0]?.broken).toEqual([]);
});
