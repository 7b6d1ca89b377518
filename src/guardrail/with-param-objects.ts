import type { ManifestObject } from "../kube/parse-manifests.ts";
import type { CompiledPolicy } from "./policy-types.ts";

/** A policy to which the objects at hand may be parameters too, as they would be in the cluster they are made for. */
export function withParamObjects(policy: CompiledPolicy, objects: readonly ManifestObject[]): CompiledPolicy {
  if (!policy.paramKind) return policy;
  const found = objects.filter((object) => isParam(policy, object) && !policy.paramObjects.includes(object));
  return found.length === 0 ? policy : { ...policy, paramObjects: [...policy.paramObjects, ...found] };
}

/** Whether an object is of the kind that a policy takes as its parameter. */
export function isParam({ paramKind }: CompiledPolicy, object: ManifestObject): boolean {
  return paramKind?.kind === object.kind && paramKind.apiVersion === object.apiVersion;
}
