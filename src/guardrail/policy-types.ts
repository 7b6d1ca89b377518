import type { Finding, Span } from "../finding/finding.ts";
import type { ManifestObject } from "../kube/parse-manifests.ts";
import type { CelValue } from "./cel/cel-value.ts";
import type { Run } from "./cel/compile-context.ts";

/** Finds the resource a kind is served as; undefined where the kind is not known. */
export type ResourceLookup = (
  group: string,
  version: string,
  kind: string,
) => { plural: string; namespaced: boolean } | undefined;

/** What an admission request does to its object. */
export type Operation = "CREATE" | "UPDATE" | "DELETE" | "CONNECT";

/** https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/validating-admission-policy-v1/ */
export interface ResourceRule {
  readonly apiGroups: readonly string[];
  readonly apiVersions: readonly string[];
  readonly resources: readonly string[];
  readonly operations: readonly string[];
  readonly scope: "*" | "Cluster" | "Namespaced";
  readonly resourceNames: readonly string[];
}

export interface LabelSelector {
  readonly matchLabels: Readonly<Record<string, string>>;
  readonly matchExpressions: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values: readonly string[];
  }[];
}

/** `matchConstraints` of a policy, `matchResources` of a binding. */
export interface MatchResources {
  readonly resourceRules: readonly ResourceRule[];
  readonly excludeResourceRules: readonly ResourceRule[];
  readonly namespaceSelector: LabelSelector;
  readonly objectSelector: LabelSelector;
  readonly matchPolicy: "Exact" | "Equivalent";
}

/** An expression of a policy; `run` is undefined where it does not compile. */
export interface PolicyExpression {
  readonly source: string;
  readonly run: Run | undefined;
  /** The root variables it names. */
  readonly reads: ReadonlySet<string>;
  /** The expression's place in the policy file. */
  readonly span: Span;
}

export interface PolicyValidation extends PolicyExpression {
  readonly message: string;
  readonly messageExpression: PolicyExpression | undefined;
  readonly reason: string;
}

export interface ParamRef {
  readonly name: string;
  readonly namespace: string;
  readonly selector: LabelSelector | undefined;
  readonly parameterNotFoundAction: "Allow" | "Deny";
}

/** What a ValidatingAdmissionPolicyBinding says. */
export interface PolicyBinding {
  readonly name: string;
  readonly matchResources: MatchResources | undefined;
  readonly paramRef: ParamRef | undefined;
  readonly actions: readonly string[];
}

/** A ValidatingAdmissionPolicy ready to be evaluated, with its bindings and the objects that may be its parameters. */
export interface CompiledPolicy {
  readonly name: string;
  readonly source: ManifestObject;
  readonly failurePolicy: "Fail" | "Ignore";
  readonly match: MatchResources;
  readonly matchConditions: readonly (PolicyExpression & { readonly name: string })[];
  readonly variables: ReadonlyMap<string, Run>;
  readonly validations: readonly PolicyValidation[];
  readonly auditAnnotations: readonly (PolicyExpression & { readonly key: string })[];
  readonly paramKind: { readonly apiVersion: string; readonly kind: string } | undefined;
  /** Empty where no binding was given: then the policy is evaluated as if bound to everything with Deny. */
  readonly bindings: readonly PolicyBinding[];
  readonly paramObjects: readonly ManifestObject[];
  /** Why the policy cannot be evaluated; non-empty makes every decision an error. */
  readonly broken: readonly Finding[];
}

/** One validation that failed. */
export interface ValidationFailure {
  /** Index in `spec.validations`; -1 for what failed before or after them. */
  readonly index: number;
  readonly expression: string;
  readonly message: string;
  /** `Invalid` unless the validation says otherwise. */
  readonly reason: string;
  readonly span: Span;
  readonly binding: string | undefined;
  /** Whether the expression did not give an answer but an error, which `failurePolicy: Fail` turns into a refusal. */
  readonly isError: boolean;
  /** Parameter object in force, where the policy has one. */
  readonly params: CelValue;
}

/**
 * What a policy says of an object. `deny` does not look at the binding's validationActions: `actions` has them, and
 * only with `Deny` among them would the request be refused. `error` is what cannot be known offline, or never ends.
 */
export interface Decision {
  readonly policy: string;
  readonly decision: "admit" | "deny" | "not-matched" | "error";
  readonly message?: string;
  readonly reason?: string;
  readonly failures: readonly ValidationFailure[];
  /** Errors that failurePolicy Ignore passes over, so that something was not judged after all. */
  readonly passedOver?: readonly string[];
  readonly auditAnnotations?: Readonly<Record<string, string>>;
  /** validationActions of the bindings that matched; `["Deny"]` without binding. */
  readonly actions: readonly string[];
  /** Place of the first expression that cost more than it may. */
  readonly exhausted?: Span;
}
