import type { ManifestObject } from "../kube/parse-manifests.ts";
import { type AdmissionAttributes, isNamespaced } from "./admission-attributes.ts";
import { Activation } from "./cel/activation.ts";
import { CelError } from "./cel/cel-error.ts";
import type { CelValue } from "./cel/cel-value.ts";
import { evaluate, failureMessage } from "./evaluate-expression.ts";
import { type EvaluationContext, rootsOf } from "./evaluation-context.ts";
import { findParams } from "./find-params.ts";
import type {
  CompiledPolicy,
  Decision,
  PolicyBinding,
  PolicyExpression,
  ValidationFailure,
} from "./policy-types.ts";
import { objectToCel, toCelValue } from "./to-cel-value.ts";

/** Evaluates one policy on one request, binding by binding, and adds up what comes out. */
export class PolicySession {
  readonly #policy: CompiledPolicy;
  readonly #request: AdmissionAttributes;
  readonly #context: EvaluationContext;
  readonly #roots: Readonly<Record<string, CelValue>>;
  readonly #failures: ValidationFailure[] = [];
  readonly #passedOver: string[] = [];
  readonly #annotations = new Map<string, string[]>();
  #evaluated = false;
  #undecided: string | undefined;
  #exhausted: PolicyExpression["span"] | undefined;

  constructor(
    policy: CompiledPolicy,
    object: ManifestObject,
    request: AdmissionAttributes,
    context: EvaluationContext,
  ) {
    this.#policy = policy;
    this.#request = request;
    this.#context = context;
    this.#roots = rootsOf(object, context);
  }

  /** Evaluates the policy under a binding, or as if bound to everything, with each of its parameters. */
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
    if (found.params.length > 1 && this.#isRuledOut()) return;
    for (const param of found.params) {
      const namespaced = param !== undefined && isNamespaced(param, this.#context.resourceOf);
      this.#evaluateWith(binding, param ? objectToCel(param, namespaced) : null);
    }
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

  /** Whether a match condition that reads no parameter is false, so that none has to be tried. */
  #isRuledOut(): boolean {
    const before = new Activation({ ...this.#roots, namespaceObject: null });
    return this.#policy.matchConditions.some((condition) => {
      if (condition.reads.has("params")) return false;
      const outcome = evaluate(condition, before);
      return "value" in outcome && outcome.value === false;
    });
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
    // Ignore skips the policy, and then nothing of it was evaluated.
    if (this.#policy.failurePolicy === "Fail" || first.error.kind !== "runtime") this.#evaluated = true;
    this.#failWithError(first.error, -1, first.condition, binding, params);
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
    if (error.kind === "budget") this.#exhausted ??= expression.span;
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
    if (isError && this.#policy.failurePolicy === "Ignore") {
      this.#passedOver.push(failure.message);
      return;
    }
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

  /** The decision over everything evaluated so far. */
  decide(actions: readonly string[]): Decision {
    const policy = this.#policy.name;
    const failures = this.#failures;
    const [first] = failures;
    const further = {
      ...(this.#passedOver.length === 0 ? {} : { passedOver: this.#passedOver }),
      ...(this.#exhausted ? { exhausted: this.#exhausted } : {}),
      ...(this.#annotations.size === 0
        ? {}
        : {
            auditAnnotations: Object.fromEntries(
              [...this.#annotations].map(([key, values]) => [key, values.join(", ")]),
            ),
          }),
    };
    if (first) {
      const { message, reason } = first;
      return { policy, decision: "deny", message, reason, failures, ...further, actions };
    }
    if (this.#undecided !== undefined) {
      return { policy, decision: "error", message: this.#undecided, failures, ...further, actions };
    }
    return { policy, decision: this.#evaluated ? "admit" : "not-matched", failures, ...further, actions };
  }
}
