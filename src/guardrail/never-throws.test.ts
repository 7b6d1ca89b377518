import { expect, test } from "vitest";
import { parseManifests } from "../kube/parse-manifests.ts";
import { resourceOf } from "../kube/resource-names.ts";
import { CelCompileError } from "./cel/cel-error.ts";
import { compileExpression } from "./cel/compile-expression.ts";
import { compilePolicies } from "./compile-policy.ts";
import { evaluatePolicy } from "./evaluate-policy.ts";
import { policyEnvironment } from "./policy-environment.ts";

const pieces =
  "object . spec ( ) [ ] { } ? : , == != < + - * / % && || ! in 'a' \"b\" 1 1.5 2u null true has all exists map filter x y size matches '(' optional.of orValue .? [? // \n request variables params quantity ip format.named b'x' r'\\d' 9223372036854775808 '''".split(
    " ",
  );

/** A small reproducible generator: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

test("any text compiles or is refused with a place in it", () => {
  const environment = policyEnvironment({ params: true, authorizer: true, variables: new Map() });
  const next = random(7);
  let refused = 0;
  for (let i = 0; i < 5000; i++) {
    const source = Array.from(
      { length: 1 + Math.floor(next() * 12) },
      () => pieces[Math.floor(next() * pieces.length)],
    ).join(" ");
    try {
      compileExpression(source, environment);
    } catch (cause) {
      if (!(cause instanceof CelCompileError)) throw new Error(`${source} threw`, { cause });
      expect(cause.start).toBeGreaterThanOrEqual(0);
      expect(cause.end).toBeLessThanOrEqual(source.length);
      refused++;
    }
  }
  expect(refused).toBeGreaterThan(1000);
});

test.each([
  "spec: 1",
  "spec: { validations: {} }",
  "spec: { validations: [null, 1, {}] }",
  "spec: { validations: [{ expression: 'true' }], matchConstraints: { resourceRules: [null, 1, { operations: 1 }] } }",
  "spec: { validations: [{ expression: 'true' }], variables: [{}, null], paramKind: 1, matchConditions: 5 }",
  "spec: { validations: [{ expression: [1] }], failurePolicy: 3, auditAnnotations: [{ key: 1 }] }",
])("a policy of any form is evaluated or refused: %s", (spec) => {
  const text = `apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: { name: p }\n${spec}\n`;
  const { policies } = compilePolicies(parseManifests(text, { file: "p.yaml" }).objects);
  const objects = [
    "apiVersion: v1\nkind: Pod\nmetadata: 1\n",
    "apiVersion: v1\nkind: Pod\nmetadata: { name: 1, labels: [a] }\n",
    "apiVersion: v1\nkind: Namespace\n",
  ].flatMap((object) => parseManifests(object, { file: "o.yaml" }).objects);
  expect(policies).toHaveLength(1);
  expect(objects).toHaveLength(3);
  for (const policy of policies) {
    for (const object of objects) {
      for (const operation of ["CREATE", "UPDATE", "DELETE", "CONNECT"] as const) {
        expect(evaluatePolicy(policy, object, { resourceOf, operation }).policy).toBe("p");
      }
    }
  }
});
