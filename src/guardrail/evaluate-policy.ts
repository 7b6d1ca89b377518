import type { ManifestObject } from "../kube/parse-manifests.ts";
import { type AdmissionAttributes, admissionAttributes } from "./admission-attributes.ts";
import { admissionRequest } from "./admission-request.ts";
import { Activation } from "./cel/activation.ts";
import { CelError } from "./cel/cel-error.ts";
import type { CelValue } from "./cel/cel-value.ts";
import type { Run } from "./cel/compile-context.ts";
import { authorizerTypes, OfflineAuthorizer } from "./cel/functions/authorizers.ts";
import { findParams } from "./find-params.ts";
import type { Trial } from "./locate-fault.ts";
import { matchResources } from "./match-resources.ts";
import { namespaceToCel } from "./namespace-object.ts";
import type {
  CompiledPolicy,
  Decision,
  Operation,
  PolicyBinding,
  PolicyExpression,
  PolicyValidation,
  ResourceLookup,
  ValidationFailure,
} from "./policy-types.ts";
import { asRecord } from "./read-policy-fields.ts";
import { objectToCel, toCelValue } from "./to-cel-value.ts";

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

function requestOf(object: ManifestObject, context: EvaluationContext): AdmissionAttributes {
  return admissionAttributes(object, {
    operation: context.operation ?? "CREATE",
    subresource: context.subresource ?? "",
    resourceOf: context.resourceOf,
    oldObject: oldObjectOf(object, context),
  });
}

function oldObjectOf(
  object: ManifestObject,
  { operation, oldObject }: EvaluationContext,
): Readonly<Record<string, unknown>> | undefined {
  return oldObject ?? (operation === "UPDATE" || operation === "DELETE" ? object.value : undefined);
}

/** The variables every expression sees, but for params. */
function rootsOf(
  object: ManifestObject,
  request: AdmissionAttributes,
  context: EvaluationContext,
): Record<string, CelValue> {
  const overrides = context.request && (toCelValue(context.request) as Readonly<Record<string, CelValue>>);
  const old = oldObjectOf(object, context);
  return {
    object: request.operation === "DELETE" ? null : objectToCel(object),
    oldObject: old === undefined ? null : old === object.value ? objectToCel(object) : toCelValue(old),
    request: admissionRequest(request, overrides),
    namespaceObject: namespaceToCel(request, context.namespaceObject),
    authorizer: new OfflineAuthorizer(authorizerTypes.authorizer),
    "authorizer.requestResource": new OfflineAuthorizer(authorizerTypes.resourceCheck),
  };
}

function labelsOfNamespace(
  { group, kind, namespace, labels }: AdmissionAttributes,
  { namespaceObject }: EvaluationContext,
): Readonly<Record<string, unknown>> {
  const own = group === "" && kind === "Namespace";
  const given = own ? labels : asRecord(asRecord(namespaceObject?.["metadata"])["labels"]);
  return { "kubernetes.io/metadata.name": namespace, ...given };
}

/** Evaluates one policy on one request, binding by binding, and adds up what comes out. */
class PolicySession {
  readonly #policy: CompiledPolicy;
  readonly #request: AdmissionAttributes;
  readonly #context: EvaluationContext;
  readonly #roots: Readonly<Record<string, CelValue>>;
  readonly #failures: ValidationFailure[] = [];
  readonly #annotations = new Map<string, string[]>();
  #evaluated = false;
  #undecided: string | undefined;

  constructor(
    policy: CompiledPolicy,
    object: ManifestObject,
    request: AdmissionAttributes,
    context: EvaluationContext,
  ) {
    this.#policy = policy;
    this.#request = request;
    this.#context = context;
    this.#roots = rootsOf(object, request, context);
  }

  evaluateBinding(binding: PolicyBinding | undefined): void {
    const { params } = this.#context;
    if (params) {
      this.#evaluateWith(binding, toCelValue(params));
      return;
    }
    const found = findParams(this.#policy, binding, this.#request.namespace, this.#context.resourceOf);
    if ("problem" in found) {
      this.#evaluated = true;
      this.#fail({ message: `failed to configure binding: ${found.problem}`, binding });
      return;
    }
    for (const param of found.params) this.#evaluateWith(binding, param ? objectToCel(param) : null);
  }

  #evaluateWith(binding: PolicyBinding | undefined, params: CelValue): void {
    const policy = this.#policy;
    const activation = new Activation({ ...this.#roots, params }, policy.variables);
    if (!this.#conditionsMatch(activation, binding, params)) return;
    this.#evaluated = true;
    for (const [index, validation] of policy.validations.entries()) {
      const outcome = evaluate(validation, activation);
      if ("value" in outcome) {
        if (outcome.value === true) continue;
        const message = failureMessage(validation, activation);
        this.#fail({ index, expression: validation, message, reason: validation.reason, binding, params });
      } else this.#failWithError(outcome.error, index, validation, binding, params);
    }
    for (const annotation of policy.auditAnnotations) this.#annotate(annotation, activation, binding, params);
  }

  /** False wins over errors; errors follow failurePolicy: Fail refuses the request, Ignore skips the policy. */
  #conditionsMatch(activation: Activation, binding: PolicyBinding | undefined, params: CelValue): boolean {
    const errors: { error: CelError; condition: PolicyExpression }[] = [];
    // The API server has not looked up the namespace when it evaluates match conditions.
    const before = new Activation({ ...activation.roots, namespaceObject: null });
    for (const condition of this.#policy.matchConditions) {
      const outcome = evaluate(condition, before);
      if ("error" in outcome) errors.push({ error: outcome.error, condition });
      else if (outcome.value === false) return false;
    }
    const [first] = errors;
    if (!first) return true;
    if (this.#policy.failurePolicy === "Fail" || first.error.kind !== "runtime") {
      this.#evaluated = true;
      this.#failWithError(first.error, -1, first.condition, binding, params);
    }
    return false;
  }

  #failWithError(
    error: CelError,
    index: number,
    expression: PolicyExpression,
    binding: PolicyBinding | undefined,
    params: CelValue,
  ): void {
    const message = `expression '${expression.source}' resulted in error: ${error.message}`;
    if (error.kind !== "runtime") this.#undecided ??= message;
    else this.#fail({ message, index, expression, binding, params });
  }

  #fail(failure: {
    message: string;
    binding: PolicyBinding | undefined;
    index?: number;
    expression?: PolicyExpression;
    reason?: string;
    params?: CelValue;
  }): void {
    const isError = failure.reason === undefined;
    if (isError && this.#policy.failurePolicy === "Ignore") return;
    this.#failures.push({
      index: failure.index ?? -1,
      expression: failure.expression?.source ?? "",
      message: failure.message,
      reason: failure.reason ?? "Invalid",
      span: failure.expression?.span ?? this.#policy.source.at,
      binding: failure.binding?.name,
      isError,
      params: failure.params ?? null,
    });
  }

  #annotate(
    annotation: PolicyExpression & { key: string },
    activation: Activation,
    binding: PolicyBinding | undefined,
    params: CelValue,
  ): void {
    const outcome = evaluate(annotation, activation);
    if ("error" in outcome) {
      // The API server knows no authorizer here either, so that is an error like any other.
      const { message, kind } = outcome.error;
      const error = kind === "offline" ? new CelError(message) : outcome.error;
      this.#failWithError(error, -1, annotation, binding, params);
      return;
    }
    const text = typeof outcome.value === "string" ? outcome.value.trim() : "";
    const values = this.#annotations.get(annotation.key) ?? [];
    if (text !== "" && !values.includes(text)) this.#annotations.set(annotation.key, [...values, text]);
  }

  decide(actions: readonly string[]): Decision {
    const policy = this.#policy.name;
    const failures = this.#failures;
    const [first] = failures;
    const annotations =
      this.#annotations.size === 0
        ? {}
        : {
            auditAnnotations: Object.fromEntries(
              [...this.#annotations].map(([key, values]) => [key, values.join(", ")]),
            ),
          };
    if (first) {
      const { message, reason } = first;
      return { policy, decision: "deny", message, reason, failures, ...annotations, actions };
    }
    if (this.#undecided !== undefined) {
      return { policy, decision: "error", message: this.#undecided, failures, ...annotations, actions };
    }
    return { policy, decision: this.#evaluated ? "admit" : "not-matched", failures, ...annotations, actions };
  }
}

function evaluate(
  expression: { readonly run: Run | undefined },
  activation: Activation,
): { value: CelValue } | { error: CelError } {
  activation.refill();
  try {
    return expression.run
      ? { value: expression.run(activation) }
      : { error: new CelError("does not compile", "offline") };
  } catch (cause) {
    return { error: asCelError(cause) };
  }
}

// Deep recursion of an expression over deeply nested values is a runaway too.
function asCelError(cause: unknown): CelError {
  if (cause instanceof CelError) return cause;
  if (cause instanceof RangeError) return new CelError("operation cancelled: nesting too deep", "budget");
  throw cause;
}

/** Longest text a messageExpression may give, in bytes. */
const maxMessageBytes = 5 * 1024;

/** messageExpression where it gives one usable line, else message, else the expression. */
function failureMessage(validation: PolicyValidation, activation: Activation): string {
  const outcome = validation.messageExpression && evaluate(validation.messageExpression, activation);
  const text = outcome && "value" in outcome && typeof outcome.value === "string" ? outcome.value.trim() : "";
  const usable = !text.includes("\n") && new TextEncoder().encode(text).length <= maxMessageBytes;
  if (usable && text !== "") return text;
  return validation.message.trim() || `failed expression: ${validation.source.trim()}`;
}

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
  const request = requestOf(object, context);
  const roots = { ...rootsOf(object, request, context), params: failure.params };
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
