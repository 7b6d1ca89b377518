import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compilePolicies } from "../../src/guardrail/compile-policy.ts";
import { evaluatePolicy } from "../../src/guardrail/evaluate-policy.ts";
import { asRecord } from "../../src/guardrail/read-policy-fields.ts";
import { isParam, withParamObjects } from "../../src/guardrail/with-param-objects.ts";
import { parseManifests } from "../../src/kube/parse-manifests.ts";
import { resourceOf } from "../../src/kube/resource-names.ts";

const folder = "content/guardrails";
const ids = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

function read(id: string, name: string) {
  const file = `${folder}/${id}/${name}.yaml`;
  const text = readFileSync(file, "utf8");
  return { file, text, parsed: parseManifests(text, { file }) };
}

test("there are guardrails", () => expect(ids.length).toBeGreaterThan(0));

describe.each(ids)("%s", (id) => {
  const policyFile = read(id, "policy");
  const { policies, findings } = compilePolicies(policyFile.parsed.objects, {
    textOf: () => policyFile.text,
  });

  test("compiles, is bound in Warn and Audit, and names its story", () => {
    expect(findings).toEqual([]);
    expect(policies.map((policy) => policy.name)).toEqual([`horror-${id}`]);
    expect(policies.map((policy) => policy.bindings.map((binding) => binding.actions))).toEqual([
      [["Warn", "Audit"]],
    ]);
    const metadata = asRecord(policyFile.parsed.objects[0]?.value["metadata"]);
    const annotations = asRecord(metadata["annotations"]);
    expect(annotations["kubernetes-horror-stories/story"]).toMatch(/^[a-z0-9-]+$/);
  });

  test.each([
    ["fail", "deny"],
    ["pass", "admit or not-matched"],
  ])("every object of %s.yaml: %s", (name, expected) => {
    const { parsed } = read(id, name);
    const resources = { objects: parsed.objects.length > 1, findings: parsed.findings };
    expect(resources).toEqual({ objects: true, findings: [] });
    const namespaces = new Map(
      parsed.objects
        .filter(
          ({ kind, name }) =>
            kind === "Namespace" && parsed.objects.some(({ namespace }) => namespace === name),
        )
        .map((object) => [object.name, object]),
    );
    const wrong = parsed.objects.flatMap((object) =>
      policies.flatMap((bare) => {
        // Parameters and Namespaces stand beside what is judged with them.
        if (isParam(bare, object) || namespaces.get(object.name) === object) return [];
        const policy = withParamObjects(bare, parsed.objects);
        // With failurePolicy Ignore an expression that errs would go unseen.
        const namespaceObject = namespaces.get(object.namespace ?? "default")?.value;
        const decision = evaluatePolicy({ ...policy, failurePolicy: "Fail" }, object, {
          resourceOf,
          namespaceObject,
        });
        const isError = decision.failures.some((failure) => failure.isError);
        return !isError && expected.includes(decision.decision)
          ? []
          : [
              `${object.kind} ${object.name} (line ${object.at.line}): ${decision.decision} ${decision.message ?? ""}`,
            ];
      }),
    );
    expect(wrong).toEqual([]);
  });
});
