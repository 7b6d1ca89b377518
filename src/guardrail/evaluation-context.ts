import type { ManifestObject } from "../kube/parse-manifests.ts";
import { type AdmissionAttributes, admissionAttributes, isNamespaced } from "./admission-attributes.ts";
import { admissionRequest } from "./admission-request.ts";
import type { CelValue } from "./cel/cel-value.ts";
import { authorizerTypes, OfflineAuthorizer } from "./cel/functions/authorizers.ts";
import { namespaceToCel } from "./namespace-object.ts";
import type { Operation, ResourceLookup } from "./policy-types.ts";
import { objectToCel, recordToCel, toCelValue } from "./to-cel-value.ts";

/** The request an object is judged in. */
export interface EvaluationContext {
  /** Default CREATE. For DELETE the object is what is deleted: `oldObject` there, and `object` is null. */
  operation?: Operation | undefined;
  /** The object before an UPDATE; by default the object itself, an update that changes nothing. */
  oldObject?: Readonly<Record<string, unknown>> | undefined;
  /** The object's Namespace; by default one that has its name and the label every Namespace has. */
  namespaceObject?: Readonly<Record<string, unknown>> | undefined;
  /** The parameter object, whatever the bindings refer to. */
  params?: Readonly<Record<string, unknown>> | undefined;
  /** Fields of `request` to replace, such as userInfo. */
  request?: Readonly<Record<string, unknown>> | undefined;
  /** Subresource of the request, such as `scale`. */
  subresource?: string | undefined;
  resourceOf: ResourceLookup;
}

/** What is the same for every policy that judges an object in a context. */
interface Judged {
  readonly object: ManifestObject;
  readonly request: AdmissionAttributes;
  roots: Readonly<Record<string, CelValue>> | undefined;
}

const judged = new WeakMap<EvaluationContext, Judged>();

function judgedIn(object: ManifestObject, context: EvaluationContext): Judged {
  const known = judged.get(context);
  if (known?.object === object) return known;
  const request = admissionAttributes(object, {
    operation: context.operation ?? "CREATE",
    subresource: context.subresource ?? "",
    resourceOf: context.resourceOf,
    oldObject: oldObjectOf(object, context),
  });
  const fresh: Judged = { object, request, roots: undefined };
  judged.set(context, fresh);
  return fresh;
}

/** The attributes of the request a context speaks of. */
export function requestOf(object: ManifestObject, context: EvaluationContext): AdmissionAttributes {
  return judgedIn(object, context).request;
}

function oldObjectOf(
  object: ManifestObject,
  { operation, oldObject }: EvaluationContext,
): Readonly<Record<string, unknown>> | undefined {
  return oldObject ?? (operation === "UPDATE" || operation === "DELETE" ? object.value : undefined);
}

/** The variables every expression sees, but for params. */
export function rootsOf(
  object: ManifestObject,
  context: EvaluationContext,
): Readonly<Record<string, CelValue>> {
  const known = judgedIn(object, context);
  known.roots ??= makeRoots(object, known.request, context);
  return known.roots;
}

function makeRoots(
  object: ManifestObject,
  request: AdmissionAttributes,
  context: EvaluationContext,
): Readonly<Record<string, CelValue>> {
  const overrides = context.request && (toCelValue(context.request) as Readonly<Record<string, CelValue>>);
  const old = oldObjectOf(object, context);
  const namespaced = isNamespaced(object, context.resourceOf);
  return {
    object: request.operation === "DELETE" ? null : objectToCel(object, namespaced),
    oldObject:
      old === undefined
        ? null
        : old === object.value
          ? objectToCel(object, namespaced)
          : recordToCel(old, object, namespaced),
    request: admissionRequest(request, overrides),
    namespaceObject: namespaceToCel(request, context.namespaceObject),
    authorizer: new OfflineAuthorizer(authorizerTypes.authorizer),
    "authorizer.requestResource": new OfflineAuthorizer(authorizerTypes.resourceCheck),
  };
}
