import { expect, test } from "vitest";
import { compileGuardrails } from "./compile-guardrails.ts";
import { guardrailExample } from "./guardrail-example.ts";

const policy = (spec: string, paramRef = "") => `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: horror-case }
spec:
${spec}
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: { name: horror-case-binding }
spec:
  policyName: horror-case
  validationActions: [Warn, Audit]
${paramRef}`;

const match = `  matchConstraints:
    resourceRules:
      - { apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }`;

const loaded = (file: string, text: string) => ({ file, text, readable: true });

function guardrail(text: string) {
  const compiled = compileGuardrails({
    guardrails: [{ id: "case", folder: "case", policy: loaded("policy.yaml", text) }],
  }).get("case");
  if (!compiled) throw new Error("no policy");
  expect(compiled.findings).toEqual([]);
  return compiled;
}

const pod = (name: string, host: boolean, comment = "") =>
  `${comment}apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: shop }
spec: { hostNetwork: ${host}, containers: [{ name: a, image: a }] }
`;

const plain = guardrail(
  policy(`${match}
  validations:
    - expression: "!object.spec.?hostNetwork.orValue(false)"
      messageExpression: '"Pod " + object.metadata.name + " is on the host."'
      message: It is on the host.`),
);

test("the first object that is refused stands alone, with what was said to it; the rest is what is left", () => {
  const text = `${pod("a", true, "# On the host.\n")}---\n${pod("b", true)}---\n${pod("c", true)}`;
  expect(guardrailExample(plain, loaded("fail.yaml", text), "deny")).toEqual({
    text: pod("a", true, "# On the host.\n").trimEnd(),
    judged: [
      {
        object: "Pod/a",
        refusals: [
          {
            policy: "horror-case",
            binding: "horror-case-binding",
            validation: 0,
            message: "Pod a is on the host.",
          },
        ],
      },
    ],
    rest: `${pod("b", true)}---\n${pod("c", true)}`.trimEnd(),
    more: 2,
  });
});

test("an object that no policy looks at is no example of what is admitted, and one more that passes", () => {
  const service = "apiVersion: v1\nkind: Service\nmetadata: { name: s }\n";
  const text = `${service}---\n${pod("a", false)}`;
  expect(guardrailExample(plain, loaded("pass.yaml", text), "admit")).toEqual({
    text: pod("a", false).trimEnd(),
    judged: [{ object: "Pod/a", refusals: [] }],
    rest: service.trimEnd(),
    more: 1,
  });
});

test("what an object is judged by stands beside it, and is not counted", () => {
  const byParams = guardrail(
    policy(
      `  paramKind: { apiVersion: v1, kind: ConfigMap }
${match}
  validations:
    - expression: object.metadata.name != params.data.name
      message: The name is taken.`,
      "  paramRef: { selector: {}, parameterNotFoundAction: Allow }\n",
    ),
  );
  const map = (name: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: shop }\ndata: { name: ${name} }\n`;
  const parts = [map("other"), pod("a", false), map("a"), map("b"), pod("b", false)];
  const found = guardrailExample(byParams, loaded("fail.yaml", parts.join("---\n")), "deny");
  expect(found?.text).toBe(`${pod("a", false)}---\n${map("a")}`.trimEnd());
  expect(found?.judged.map(({ object }) => object)).toEqual(["Pod/a"]);
  expect(found?.rest).toBe([map("other"), map("b"), pod("b", false)].join("---\n").trimEnd());
  expect(found?.more).toBe(1);
});

test("there is none where no object is decided about in that way", () => {
  expect(guardrailExample(plain, loaded("fail.yaml", pod("a", false)), "deny")).toBeUndefined();
  expect(guardrailExample(plain, loaded("fail.yaml", "# Nothing.\n"), "deny")).toBeUndefined();
});
