import type { Finding } from "../finding/finding.ts";
import { makeFinding } from "../finding/make-finding.ts";
import type { Decision } from "../guardrail/policy-types.ts";
import { type ManifestObject, parseManifests } from "../kube/parse-manifests.ts";
import type { LoadedText } from "../story/library.ts";
import type { CheckContext } from "./check.ts";
import { type CompiledGuardrail, isParam, judge } from "./compile-guardrails.ts";
import { objectName } from "./manifest-pair.ts";

/**
 * Every guardrail is a policy with its binding, in [Warn, Audit] so that applying it breaks nobody; its expressions
 * compile; it refuses every object of its own fail.yaml and no object of its own pass.yaml. Objects there of the kind
 * that it takes as its parameter, and Namespaces that others are in, are what the others are judged with.
 */
export function checkGuardrails({ guardrails }: CheckContext): Finding[] {
  return [...guardrails.values()].flatMap((guardrail) => [
    ...guardrail.findings,
    ...checkForm(guardrail),
    ...checkCases(guardrail, guardrail.folder.fail, "fail"),
    ...checkCases(guardrail, guardrail.folder.pass, "pass"),
    ...checkCost(guardrail),
  ]);
}

function checkCost({ id, folder, exhausted }: CompiledGuardrail): Finding[] {
  if (!exhausted) return [];
  return [
    makeFinding({
      code: "guardrail-too-costly",
      file: folder.policy?.file ?? folder.folder,
      at: exhausted,
      message: `This expression of ${id} costs more than a cluster would let it.`,
      fix: "Visit fewer elements: a list within a list within a list is too many.",
    }),
  ];
}

function checkForm({ id, folder, objects, policies }: CompiledGuardrail): Finding[] {
  const file = folder.policy?.file ?? folder.folder;
  const wrong = (at: { line: number; column: number }, message: string, fix: string) =>
    makeFinding({ code: "guardrail-wrong-form", file, at, message, fix });
  const start = { line: 1, column: 1 };
  const findings = objects
    .filter(({ kind }) => !/^ValidatingAdmissionPolicy(?:Binding)?$/.test(kind))
    .map(({ kind, name, at }) =>
      wrong(at, `${kind} ${name} is neither a policy nor a binding.`, "Take it out."),
    );
  if (objects.length === 0) return findings;
  if (policies.length === 0)
    return [
      ...findings,
      wrong(start, `The guardrail ${id} holds no ValidatingAdmissionPolicy.`, "Add the policy."),
    ];
  for (const { source, bindings } of policies) {
    if (source.name !== `horror-${id}` && !source.name.startsWith(`horror-${id}-`))
      findings.push(
        wrong(
          source.document.valueAt([...source.path, "metadata", "name"]),
          `The policy is called ${source.name}.`,
          `Call it horror-${id}, so that whoever meets it in a cluster finds its story.`,
        ),
      );
    if (bindings.length === 0)
      findings.push(
        wrong(
          source.at,
          `The policy ${source.name} has no binding, so applying it does nothing.`,
          "Add a ValidatingAdmissionPolicyBinding.",
        ),
      );
    for (const { name, actions } of bindings)
      if ([...actions].sort().join() !== "Audit,Warn")
        findings.push(
          wrong(
            objects.find((object) => object.kind.endsWith("Binding") && object.name === name)?.at ?? start,
            `The binding ${name} has the actions ${actions.join(", ")}.`,
            "Use [Warn, Audit]: applying a guardrail must break nobody.",
          ),
        );
  }
  return findings;
}

function checkCases(
  guardrail: CompiledGuardrail,
  cases: LoadedText | undefined,
  kind: "fail" | "pass",
): Finding[] {
  if (!cases?.readable || guardrail.findings.length > 0) return [];
  const { objects } = parseManifests(cases.text, { file: cases.file });
  return objects.flatMap((object) => {
    const decision = judge(guardrail, object, objects);
    // What costs too much is reported once, where it stands.
    if (decision.exhausted) return [];
    const right =
      kind === "fail"
        ? decision.decision === "deny" ||
          (decision.decision === "not-matched" &&
            (isParam(guardrail, object) || isNamespaceOfAny(object, objects)))
        : decision.decision === "admit" || decision.decision === "not-matched";
    if (right) return [];
    return [
      makeFinding({
        code: kind === "fail" ? "guardrail-fail-admitted" : "guardrail-pass-denied",
        file: cases.file,
        at: object.at,
        message: decisionWords(guardrail.id, decision, objectName(object)),
        fix:
          kind === "fail"
            ? "Make the policy refuse it, or move the case to pass.yaml."
            : "Make the policy narrower, or move the case to fail.yaml.",
        resource: object.resource,
      }),
    ];
  });
}

/** Whether an object is a Namespace that one of the others is in, and so lends it its labels. */
function isNamespaceOfAny(
  { group, kind, name }: ManifestObject,
  objects: readonly ManifestObject[],
): boolean {
  return group === "" && kind === "Namespace" && objects.some(({ namespace }) => namespace === name);
}

/** A decision in words: "The guardrail x refuses Deployment/y: why." */
export function decisionWords(
  guardrail: string,
  { decision, message }: Pick<Decision, "decision" | "message">,
  object: string,
): string {
  const verb = { deny: "refuses", admit: "admits", "not-matched": "does not look at", error: "cannot judge" }[
    decision
  ];
  const words = message === undefined || message.length <= 400 ? message : `${message.slice(0, 400)}...`;
  const why = words === undefined ? "." : `: ${words.trim().replace(/[^.!?]$/, "$&.")}`;
  return `The guardrail ${guardrail} ${verb} ${object}${why}`;
}
