import type { Finding, Span } from "../finding/finding.ts";
import { compilePolicies } from "../guardrail/compile-policy.ts";
import { evaluatePolicy } from "../guardrail/evaluate-policy.ts";
import type { CompiledPolicy, Decision } from "../guardrail/policy-types.ts";
import { isParam as isParamOf, withParamObjects } from "../guardrail/with-param-objects.ts";
import { type ManifestObject, parseManifests } from "../kube/parse-manifests.ts";
import { resourceOf } from "../kube/resource-names.ts";
import type { GuardrailFolder, Library } from "../story/library.ts";

/** A guardrail ready to judge objects. */
export interface CompiledGuardrail {
  id: string;
  folder: GuardrailFolder;
  /** Everything policy.yaml holds. */
  objects: ManifestObject[];
  policies: CompiledPolicy[];
  /** Expressions that do not compile. */
  findings: Finding[];
  /** Expression that cost more than it may, once one has; the guardrail is not asked again then. */
  exhausted?: Span;
}

/** Compiles every guardrail of a library that has a policy, by its id. */
export function compileGuardrails(library: Pick<Library, "guardrails">): Map<string, CompiledGuardrail> {
  const compiled = new Map<string, CompiledGuardrail>();
  for (const folder of library.guardrails) {
    const { policy } = folder;
    if (!policy?.readable) continue;
    const { objects } = parseManifests(policy.text, { file: policy.file });
    const { policies, findings } = compilePolicies(objects, {
      textOf: (file) => (file === policy.file ? policy.text : undefined),
    });
    compiled.set(folder.id, { id: folder.id, folder, objects, policies, findings });
  }
  return compiled;
}

/**
 * What a guardrail decides of an object when it is created: the gravest of what its policies decide. `others` are the
 * objects beside it, among which its Namespace and the policies' parameters may be.
 */
export function judge(
  guardrail: CompiledGuardrail,
  object: ManifestObject,
  others: readonly ManifestObject[],
): Decision {
  if (guardrail.exhausted)
    return {
      policy: "",
      decision: "error",
      message: "an expression costs more than it may",
      failures: [],
      actions: [],
      exhausted: guardrail.exhausted,
    };
  const namespace = others.find(
    ({ group, kind, name }) =>
      group === "" && kind === "Namespace" && name === (object.namespace ?? "default"),
  );
  const decisions = guardrail.policies.map((policy) =>
    withoutErrors(
      // With failurePolicy Ignore an expression that errs would pass for an admission.
      evaluatePolicy({ ...withParamObjects(policy, others), failurePolicy: "Fail" }, object, {
        resourceOf,
        ...(namespace ? { namespaceObject: namespace.value } : {}),
      }),
    ),
  );
  const exhausted = decisions.find((decision) => decision.exhausted)?.exhausted;
  if (exhausted) guardrail.exhausted = exhausted;
  const gravest = gravity.flatMap((grave) => decisions.filter(({ decision }) => decision === grave))[0];
  return gravest ?? { policy: "", decision: "not-matched", failures: [], actions: [] };
}

/** Whether an object is of the kind that one of the guardrail's policies takes as its parameter. */
export function isParam({ policies }: CompiledGuardrail, object: ManifestObject): boolean {
  return policies.some((policy) => isParamOf(policy, object));
}

/** An expression that errs has judged nothing: neither refused for the reason it states, nor admitted. */
function withoutErrors(decision: Decision): Decision {
  const failed = decision.failures.find(({ isError }) => isError);
  return failed ? { ...decision, decision: "error", message: failed.message } : decision;
}

const gravity: readonly Decision["decision"][] = ["deny", "error", "admit", "not-matched"];
