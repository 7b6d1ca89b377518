import type { ManifestObject } from "../kube/parse-manifests.ts";
import { matchSelector } from "./match-selector.ts";
import type { CompiledPolicy, ParamRef, PolicyBinding, ResourceLookup } from "./policy-types.ts";
import { possibleParams } from "./possible-params.ts";
import { asRecord } from "./read-policy-fields.ts";

/** The parameters to evaluate with, one after the other (undefined: without), or why there are none to be had. */
export type FoundParams = { params: readonly (ManifestObject | undefined)[] } | { problem: string };

/**
 * Finds the parameter objects of a binding among the policy's candidates, as the API server does.
 * https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/#parameter-resources
 * Without a binding, every candidate is a parameter; a policy tested without any gets none.
 */
export function findParams(
  policy: CompiledPolicy,
  binding: PolicyBinding | undefined,
  requestNamespace: string,
  resourceOf: ResourceLookup,
): FoundParams {
  const { paramKind, paramObjects } = policy;
  if (!paramKind) return { params: [undefined] };
  if (!binding) return { params: paramObjects.length === 0 ? [undefined] : paramObjects };
  const { paramRef } = binding;
  if (!paramRef) return { params: [undefined] };
  const known = scopeOf(paramKind, resourceOf);
  if (known === false && paramRef.namespace !== "") {
    return { problem: "paramRef.namespace must not be provided for a cluster-scoped `paramKind`" };
  }
  const namespace = paramRef.namespace || requestNamespace;
  if (known === true && namespace === "") {
    return {
      problem: "cannot use namespaced paramRef in policy binding that matches cluster-scoped resources",
    };
  }
  // Where none may be there, those that come to nothing need not be there either.
  const candidates =
    paramRef.parameterNotFoundAction === "Allow" ? possibleParams(policy, resourceOf) : paramObjects;
  const params = candidates.filter((object) => isMeant(object, paramRef, known, namespace));
  if (params.length === 0 && paramRef.parameterNotFoundAction === "Deny") {
    return { problem: "no params found for policy binding with `Deny` parameterNotFoundAction" };
  }
  return { params };
}

function scopeOf(
  { apiVersion, kind }: { apiVersion: string; kind: string },
  resourceOf: ResourceLookup,
): boolean | undefined {
  const [version = "", group = ""] = apiVersion.split("/").reverse();
  return resourceOf(group, version, kind)?.namespaced;
}

function isMeant(
  object: ManifestObject,
  { name, selector }: ParamRef,
  namespaced: boolean | undefined,
  namespace: string,
): boolean {
  if (namespaced === true && (object.namespace ?? "default") !== namespace) return false;
  // Of a kind nobody knows, an object without a namespace may be cluster-scoped.
  if (namespaced === undefined && object.namespace !== undefined && object.namespace !== namespace)
    return false;
  if (name !== "") return object.name === name;
  return (
    selector !== undefined && matchSelector(selector, asRecord(asRecord(object.value["metadata"])["labels"]))
  );
}
