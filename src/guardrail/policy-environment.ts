import { namespaceType, requestType } from "./admission-request.ts";
import { dyn, listOf, mapOf, type StaticType } from "./cel/cel-types.ts";
import type { CelEnvironment } from "./cel/compile-context.ts";
import { authorizerTypes } from "./cel/functions/authorizers.ts";
import { kubernetesFunctions } from "./cel/kubernetes-functions.ts";

/** Which of the variables that not every expression has an expression may use. */
export interface EnvironmentOptions {
  /** Whether the policy has a paramKind. */
  readonly params: boolean;
  /** False in messageExpression and auditAnnotations. */
  readonly authorizer: boolean;
  /** Types of the policy's variables so far; undefined in matchConditions, which run before them. */
  readonly variables: ReadonlyMap<string, StaticType> | undefined;
}

/** What an expression of a ValidatingAdmissionPolicy may name. */
export function policyEnvironment({ params, authorizer, variables }: EnvironmentOptions): CelEnvironment {
  return {
    roots: {
      object: dyn,
      oldObject: dyn,
      request: requestType,
      namespaceObject: namespaceType,
      ...(params ? { params: dyn } : {}),
      ...(authorizer
        ? {
            authorizer: authorizerTypes.authorizer,
            "authorizer.requestResource": authorizerTypes.resourceCheck,
          }
        : {}),
    },
    variables,
    functions: kubernetesFunctions,
  };
}

/** The type later expressions see a variable with: the API server keeps plain types and containers of them. */
export function declaredType(type: StaticType): StaticType {
  switch (type.kind) {
    case "list":
      return listOf(declaredType(type.element));
    case "map":
      return mapOf(declaredType(type.key), declaredType(type.value));
    case "opaque":
    case "optional":
    case "object":
    case "type":
    case "param":
    case "free":
      return dyn;
    default:
      return type;
  }
}
