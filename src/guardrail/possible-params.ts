import type { ManifestObject } from "../kube/parse-manifests.ts";
import { isNamespaced } from "./admission-attributes.ts";
import { Activation } from "./cel/activation.ts";
import { evaluate } from "./evaluate-expression.ts";
import type { CompiledPolicy, ResourceLookup } from "./policy-types.ts";
import { objectToCel } from "./to-cel-value.ts";

const known = new WeakMap<CompiledPolicy, readonly ManifestObject[]>();

/**
 * The parameter objects of a policy without those that a match condition rules out whatever the object is: a condition
 * that reads `params` alone and is false. They are found once, so that a policy over every Service of a large folder
 * looks at the few that matter.
 */
export function possibleParams(
  policy: CompiledPolicy,
  resourceOf: ResourceLookup,
): readonly ManifestObject[] {
  let possible = known.get(policy);
  if (!possible) {
    const conditions = policy.matchConditions.filter(({ reads }) => reads.size === 1 && reads.has("params"));
    possible = policy.paramObjects.filter((object) => {
      const params = objectToCel(object, isNamespaced(object, resourceOf));
      const activation = new Activation({ params });
      return conditions.every((condition) => {
        const outcome = evaluate(condition, activation);
        return "error" in outcome || outcome.value !== false;
      });
    });
    known.set(policy, possible);
  }
  return possible;
}
