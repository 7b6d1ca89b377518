import type { Finding } from "../finding/finding.ts";
import { makeFinding } from "../finding/make-finding.ts";
import type { ManifestObject } from "../kube/parse-manifests.ts";
import type { YamlPath } from "../yaml/yaml-types.ts";
import { CelCompileError } from "./cel/cel-error.ts";
import { bool, dyn, nullType, type StaticType, showType, string } from "./cel/cel-types.ts";
import type { CelEnvironment, CompiledExpression, Run } from "./cel/compile-context.ts";
import { compileExpression } from "./cel/compile-expression.ts";
import { placeInScalar } from "./expression-place.ts";
import { declaredType, policyEnvironment } from "./policy-environment.ts";
import type { CompiledPolicy, PolicyBinding, PolicyExpression } from "./policy-types.ts";
import {
  asList,
  asRecord,
  asText,
  isRecord,
  readMatchResources,
  readSelector,
} from "./read-policy-fields.ts";
import { withParamObjects } from "./with-param-objects.ts";

const group = "admissionregistration.k8s.io";

/** What compiling gives: every policy among the objects, and what is wrong with their expressions. */
export interface CompiledPolicies {
  policies: CompiledPolicy[];
  findings: Finding[];
}

/**
 * Compiles every ValidatingAdmissionPolicy among objects, each expression once, with its bindings and possible
 * parameters from the same objects. A broken expression is a finding at its place in the policy file.
 * `textOf` gives a file's text, which places inside block scalars need; without it they point at the scalar.
 */
export function compilePolicies(
  objects: readonly ManifestObject[],
  options: { textOf?: (file: string) => string | undefined } = {},
): CompiledPolicies {
  const bindings = objects.filter((object) => isPolicyKind(object, "ValidatingAdmissionPolicyBinding"));
  const policies = objects
    .filter((object) => isPolicyKind(object, "ValidatingAdmissionPolicy"))
    .map((object) => new PolicyCompiler(object, options.textOf).compile(bindings, objects));
  return {
    policies: policies.map(({ policy }) => policy),
    findings: policies.flatMap(({ findings }) => findings),
  };
}

function isPolicyKind(object: ManifestObject, kind: string): boolean {
  return object.group === group && object.kind === kind;
}

class PolicyCompiler {
  readonly #object: ManifestObject;
  readonly #textOf: ((file: string) => string | undefined) | undefined;
  readonly #spec: Readonly<Record<string, unknown>>;
  readonly #findings: Finding[] = [];
  /** Those that do not keep the policy from being evaluated. */
  readonly #harmless = new Set<Finding>();

  constructor(object: ManifestObject, textOf: ((file: string) => string | undefined) | undefined) {
    this.#object = object;
    this.#textOf = textOf;
    this.#spec = asRecord(object.value["spec"]);
  }

  compile(
    bindings: readonly ManifestObject[],
    objects: readonly ManifestObject[],
  ): { policy: CompiledPolicy; findings: Finding[] } {
    const policy = withParamObjects(this.#policy(bindings), objects);
    return { policy, findings: this.#findings };
  }

  #policy(bindings: readonly ManifestObject[]): CompiledPolicy {
    const spec = this.#spec;
    const paramKind = isRecord(spec["paramKind"])
      ? { apiVersion: asText(spec["paramKind"]["apiVersion"]), kind: asText(spec["paramKind"]["kind"]) }
      : undefined;
    const params = paramKind !== undefined;
    const { types, runs } = this.#variables(params);
    const full = policyEnvironment({ params, authorizer: true, variables: types });
    const plain = policyEnvironment({ params, authorizer: false, variables: types });
    const before = policyEnvironment({ params, authorizer: true, variables: undefined });
    return {
      name: this.#object.name,
      source: this.#object,
      failurePolicy: spec["failurePolicy"] === "Ignore" ? "Ignore" : "Fail",
      match: readMatchResources(spec["matchConstraints"]),
      matchConditions: this.#items("matchConditions").map(({ item, path }) => ({
        ...this.#expression(item["expression"], [...path, "expression"], before, [bool]),
        name: asText(item["name"]),
      })),
      variables: runs,
      validations: this.#items("validations").map(({ item, path }) => ({
        ...this.#expression(item["expression"], [...path, "expression"], full, [bool]),
        message: asText(item["message"]),
        messageExpression:
          item["messageExpression"] === undefined
            ? undefined
            : this.#expression(item["messageExpression"], [...path, "messageExpression"], plain, [string]),
        reason: asText(item["reason"]) || "Invalid",
      })),
      auditAnnotations: this.#items("auditAnnotations").map(({ item, path }) => ({
        ...this.#expression(item["valueExpression"], [...path, "valueExpression"], full, [string, nullType]),
        key: asText(item["key"]),
      })),
      paramKind,
      bindings: bindings
        .map((binding) => readBinding(binding))
        .filter((binding) => binding.policyName === this.#object.name)
        .map(({ policyName: _, ...binding }) => binding),
      paramObjects: [],
      broken: this.#findings.filter((finding) => !this.#harmless.has(finding)),
    };
  }

  #items(field: string): { item: Readonly<Record<string, unknown>>; path: YamlPath }[] {
    return asList(this.#spec[field]).map((item, i) => ({ item: asRecord(item), path: ["spec", field, i] }));
  }

  /** Variables see those before them; one that does not compile is still there, as dyn, so that its fault is told once. */
  #variables(params: boolean): { types: Map<string, StaticType>; runs: Map<string, Run> } {
    const types = new Map<string, StaticType>();
    const runs = new Map<string, Run>();
    for (const { item, path } of this.#items("variables")) {
      const name = asText(item["name"]);
      const environment = policyEnvironment({ params, authorizer: true, variables: new Map(types) });
      const compiled = this.#compile(item["expression"], [...path, "expression"], environment, undefined);
      types.set(name, compiled ? declaredType(compiled.type) : dyn);
      if (compiled) runs.set(name, compiled.run);
    }
    return { types, runs };
  }

  #expression(
    source: unknown,
    path: YamlPath,
    environment: CelEnvironment,
    results: readonly StaticType[],
  ): PolicyExpression {
    const compiled = this.#compile(source, path, environment, results);
    return {
      source: asText(source),
      run: compiled?.run,
      reads: compiled?.reads ?? new Set(),
      span: this.#object.document.valueAt([...this.#object.path, ...path]),
    };
  }

  #compile(
    source: unknown,
    path: YamlPath,
    environment: CelEnvironment,
    results: readonly StaticType[] | undefined,
  ): CompiledExpression | undefined {
    try {
      const compiled = compileExpression(asText(source), environment);
      if (!results || results.some((result) => result.kind === compiled.type.kind)) return compiled;
      const wanted = results.map(showType).join(" or ");
      const message = `must evaluate to ${wanted} but got ${showType(compiled.type)}`;
      const finding = this.#broken(
        new CelCompileError(message, 0, asText(source).trimEnd().length),
        asText(source),
        path,
      );
      // The API server would not take it, yet what it means is clear once the value is there.
      if (compiled.type.kind !== "dyn") return undefined;
      this.#harmless.add(finding);
      return compiled;
    } catch (cause) {
      if (!(cause instanceof CelCompileError)) throw cause;
      const finding = this.#broken(cause, asText(source), path);
      // Without it, the message is the fixed one.
      if (path.at(-1) === "messageExpression") this.#harmless.add(finding);
      return undefined;
    }
  }

  #broken(error: CelCompileError, source: string, path: YamlPath): Finding {
    const { document, file, resource } = this.#object;
    const scalar = document.valueAt([...this.#object.path, ...path]);
    const text = this.#textOf?.(file);
    const finding = makeFinding({
      code: "guardrail-broken-expression",
      file,
      at: text === undefined ? scalar : placeInScalar(text, scalar, source, error.start, error.end),
      message: `This expression of ${this.#object.name} does not compile: ${error.message}.`,
      fix: fixFor(error.message),
      resource,
    });
    this.#findings.push(finding);
    return finding;
  }
}

function fixFor(message: string): string {
  if (message.startsWith("undeclared reference") || message.startsWith("undefined field")) {
    return "Name a variable, field or function that policies have here, or declare it under spec.variables first.";
  }
  if (message.startsWith("must evaluate")) {
    return "Compare the value, or write the condition out, so that the result has that type whatever the object holds.";
  }
  return "Correct the expression; the API server would refuse the policy.";
}

function readBinding(object: ManifestObject): PolicyBinding & { policyName: string } {
  const spec = asRecord(object.value["spec"]);
  const paramRef = isRecord(spec["paramRef"]) ? spec["paramRef"] : undefined;
  return {
    name: object.name,
    policyName: asText(spec["policyName"]),
    matchResources:
      spec["matchResources"] === undefined ? undefined : readMatchResources(spec["matchResources"]),
    paramRef: paramRef && {
      name: asText(paramRef["name"]),
      namespace: asText(paramRef["namespace"]),
      selector: paramRef["selector"] === undefined ? undefined : readSelector(paramRef["selector"]),
      parameterNotFoundAction: paramRef["parameterNotFoundAction"] === "Allow" ? "Allow" : "Deny",
    },
    actions: asList(spec["validationActions"]).map(String),
  };
}
