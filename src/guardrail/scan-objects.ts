import type { Finding, Span } from "../finding/finding.ts";
import { makeFinding } from "../finding/make-finding.ts";
import { sortFindings } from "../finding/sort-findings.ts";
import type { ManifestObject } from "../kube/parse-manifests.ts";
import { isNamespaced } from "./admission-attributes.ts";
import { evaluatePolicy } from "./evaluate-policy.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import { locateFault } from "./locate-fault.ts";
import type {
  CompiledPolicy,
  Decision,
  Operation,
  ResourceLookup,
  ValidationFailure,
} from "./policy-types.ts";
import { asRecord, asText } from "./read-policy-fields.ts";
import { retryValidation } from "./retry-validation.ts";
import { objectToCel } from "./to-cel-value.ts";
import { withParamObjects } from "./with-param-objects.ts";

/** Annotation of a policy with one sentence in the imperative: what to do about a violation. */
export const fixAnnotation = "kubernetes-horror-stories/fix";
/** Annotation of an object, followed by the policy's name without `horror-`: its value is the reason to let it be. */
export const ignoreAnnotationPrefix = "kubernetes-horror-stories/ignore.";

/** How a scan judges. */
export interface ScanOptions {
  resourceOf: ResourceLookup;
  /** Default CREATE. */
  operation?: Operation | undefined;
  /** Told where an expression erred that its policy's failurePolicy passes over: no finding, and no judgement either. */
  onPassedOver?: ((object: ManifestObject, reason: string) => void) | undefined;
}

/**
 * Judges every object by every policy: a finding at each field at fault, or at the object where something is
 * absent. Namespaces among the objects lend their labels to what is in them, and objects of a policy's paramKind
 * are its parameters. An object is left alone by a policy
 * that its annotation `kubernetes-horror-stories/ignore.<guardrail>` names, with a reason as the value.
 */
export function scanObjects(
  policies: readonly CompiledPolicy[],
  objects: readonly ManifestObject[],
  options: ScanOptions,
): Finding[] {
  const namespaces = new Map(
    objects
      .filter((object) => object.group === "" && object.kind === "Namespace")
      .map((object) => [object.name, object.value]),
  );
  const equipped = policies.map((policy) => withParamObjects(policy, objects));
  const findings = objects.flatMap((object) => {
    const context: EvaluationContext = {
      resourceOf: options.resourceOf,
      operation: options.operation,
      namespaceObject: namespaces.get(object.namespace ?? "default"),
    };
    const ignored = ignoredBy(object);
    return equipped.flatMap((policy) =>
      ignored.size > 0 && ignored.has(policy.name.replace(/^horror-/, ""))
        ? []
        : judge(policy, object, context, options),
    );
  });
  return sortFindings(findings);
}

/** Names of the guardrails that an object wants to be left alone by, with a reason. */
function ignoredBy(object: ManifestObject): ReadonlySet<string> {
  const annotations = asRecord(asRecord(object.value["metadata"])["annotations"]);
  return new Set(
    Object.entries(annotations).flatMap(([key, reason]) =>
      key.startsWith(ignoreAnnotationPrefix) && asText(reason).trim() !== ""
        ? [key.slice(ignoreAnnotationPrefix.length)]
        : [],
    ),
  );
}

function judge(
  policy: CompiledPolicy,
  object: ManifestObject,
  context: EvaluationContext,
  { onPassedOver }: ScanOptions,
): Finding[] {
  const decision = evaluatePolicy(policy, object, context);
  const [passedOver] = decision.passedOver ?? [];
  if (passedOver !== undefined)
    onPassedOver?.(object, `${policy.name} could not be evaluated: ${passedOver}.`);
  if (decision.decision === "error") return [undecided(policy, object, decision)];
  return decision.failures.flatMap((failure) =>
    placesOf(policy, object, failure, context).map((at) =>
      makeFinding({
        code: "guardrail-violation",
        file: object.file,
        at,
        message: failure.message,
        fix: fixOf(policy),
        resource: object.resource,
        policy: policy.name,
      }),
    ),
  );
}

function placesOf(
  policy: CompiledPolicy,
  object: ManifestObject,
  failure: ValidationFailure,
  context: EvaluationContext,
): Span[] {
  const trial = retryValidation(policy, object, failure, context);
  return trial
    ? locateFault(object, objectToCel(object, isNamespaced(object, context.resourceOf)), trial)
    : [object.document.keyAt([...object.path, "kind"])];
}

function fixOf(policy: CompiledPolicy): string {
  const annotations = asRecord(asRecord(policy.source.value["metadata"])["annotations"]);
  return asText(annotations[fixAnnotation]) || `Change the object as the policy ${policy.name} asks.`;
}

function undecided(policy: CompiledPolicy, object: ManifestObject, decision: Decision): Finding {
  return makeFinding({
    code: "guardrail-undecided",
    file: object.file,
    at: object.document.keyAt([...object.path, "kind"]),
    message: `${policy.name} could not be evaluated on this object: ${decision.message ?? "no reason given"}.`,
    fix: "Judge the object by hand, or in a cluster with kubectl apply --dry-run=server.",
    resource: object.resource,
    policy: policy.name,
  });
}
