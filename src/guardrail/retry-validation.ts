import type { ManifestObject } from "../kube/parse-manifests.ts";
import { Activation } from "./cel/activation.ts";
import type { CelValue } from "./cel/cel-value.ts";
import { evaluate } from "./evaluate-expression.ts";
import { type EvaluationContext, rootsOf } from "./evaluation-context.ts";
import type { Trial } from "./locate-fault.ts";
import type { CompiledPolicy, ValidationFailure } from "./policy-types.ts";

/**
 * One failed validation, to be tried again on changed copies of the object and to be watched; undefined where it was
 * no validation of the object that failed.
 */
export function retryValidation(
  policy: CompiledPolicy,
  object: ManifestObject,
  failure: ValidationFailure,
  context: EvaluationContext,
): Trial | undefined {
  const validation = policy.validations[failure.index];
  const operation = context.operation ?? "CREATE";
  if (!validation || operation === "DELETE") return undefined;
  const roots = { ...rootsOf(object, context), params: failure.params };
  const activate = (changed: CelValue) => new Activation({ ...roots, object: changed }, policy.variables);
  return {
    holds: (changed) => {
      const outcome = evaluate(validation, activate(changed));
      return "value" in outcome && outcome.value === true;
    },
    trace: (changed, read) => {
      const activation = activate(changed);
      activation.trace = read;
      evaluate(validation, activation);
    },
  };
}
