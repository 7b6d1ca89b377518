import type { ManifestObject } from "../kube/parse-manifests.ts";
import type { AdmissionAttributes } from "./admission-attributes.ts";
import { type EvaluationContext, requestOf } from "./evaluation-context.ts";
import { matchResources } from "./match-resources.ts";
import { PolicySession } from "./policy-session.ts";
import type { CompiledPolicy, Decision } from "./policy-types.ts";
import { asRecord } from "./read-policy-fields.ts";

/** Kinds whose requests never reach validating admission policies. */
const exempt: Readonly<Record<string, RegExp>> = {
  "admissionregistration.k8s.io": /^(Validating|Mutating)AdmissionPolicy(Binding)?$/,
  "authentication.k8s.io": /^(TokenReview|SelfSubjectReview)$/,
  "authorization.k8s.io": /Review$/,
};

/**
 * Says what a policy decides of an object, as an API server would: matching, bindings, parameters, match conditions,
 * variables, validations, messages, failure policy. Nothing is asked of a cluster; what only one could know is an
 * `error`, and so is an expression that costs more than it may. Never throws for what policy or object hold.
 */
export function evaluatePolicy(
  policy: CompiledPolicy,
  object: ManifestObject,
  context: EvaluationContext,
): Decision {
  const request = requestOf(object, context);
  const notMatched: Decision = { policy: policy.name, decision: "not-matched", failures: [], actions: [] };
  if (exempt[object.group]?.test(object.kind) === true) return notMatched;
  const namespaceLabels = labelsOfNamespace(request, context);
  if (!matchResources(policy.match, request, namespaceLabels)) return notMatched;
  const bindings = policy.bindings.filter(
    ({ matchResources: match }) => match === undefined || matchResources(match, request, namespaceLabels),
  );
  if (policy.bindings.length > 0 && bindings.length === 0) return notMatched;
  const actions =
    policy.bindings.length === 0 ? ["Deny"] : [...new Set(bindings.flatMap((each) => each.actions))];
  const [broken] = policy.broken;
  if (broken) {
    const message = `The policy does not compile: ${broken.message}`;
    return { policy: policy.name, decision: "error", message, failures: [], actions };
  }
  const session = new PolicySession(policy, object, request, context);
  for (const binding of bindings.length === 0 ? [undefined] : bindings) session.evaluateBinding(binding);
  return session.decide(actions);
}

function labelsOfNamespace(
  { group, kind, namespace, labels }: AdmissionAttributes,
  { namespaceObject }: EvaluationContext,
): Readonly<Record<string, unknown>> {
  const own = group === "" && kind === "Namespace";
  const given = own ? labels : asRecord(asRecord(namespaceObject?.["metadata"])["labels"]);
  return { "kubernetes.io/metadata.name": namespace, ...given };
}
