import { dnsSubdomainProblem, qualifiedNameProblem } from "../names.ts";
import { isGiven, listOf, recordOf, shown, textOf } from "../plain-values.ts";
import type { Rule, RuleTable } from "../rule.ts";
import { checkOneOf, checkUnique } from "./field-checks.ts";

/** admissionregistration validation, validateValidatingWebhook and validateMutatingWebhook. */
const webhook: Rule = (value, { report }) => {
  const name = textOf(value["name"]);
  if (name !== undefined && (dnsSubdomainProblem(name) !== undefined || name.split(".").length < 3)) {
    const message = `The webhook name ${shown(name)} is no domain name of at least three parts.`;
    report({
      code: "manifest-bad-name",
      path: ["name"],
      message,
      fix: "Write one such as check.policy.example.com.",
    });
  }
  const effects = textOf(value["sideEffects"]);
  if (effects === "Some" || effects === "Unknown") {
    const message = `sideEffects is ${effects}; this API version takes None or NoneOnDryRun.`;
    report({ code: "manifest-bad-enum", path: ["sideEffects"], message, fix: "Write None or NoneOnDryRun." });
  }
  const seconds = value["timeoutSeconds"];
  if (typeof seconds === "number" && (seconds < 1 || seconds > 30)) {
    const message = `timeoutSeconds is ${seconds}; it is between 1 and 30.`;
    report({
      code: "manifest-bad-value",
      path: ["timeoutSeconds"],
      message,
      fix: "Write a number from 1 to 30.",
    });
  }
  const versions = value["admissionReviewVersions"];
  if (Array.isArray(versions) && !versions.includes("v1") && !versions.includes("v1beta1")) {
    const message = "admissionReviewVersions names none the API server sends: v1, v1beta1.";
    report({ code: "manifest-bad-value", path: ["admissionReviewVersions"], message, fix: "Add v1." });
  }
};

const webhooks: Rule = (value, context) =>
  checkUnique(
    value["webhooks"],
    ["webhooks"],
    (one) => textOf(one["name"]),
    (name) => `The webhook name ${name} stands twice.`,
    context,
  );

const clientConfig: Rule = (value, context) => {
  checkOneOf(value, ["url", "service"], "clientConfig", context);
  const url = textOf(value["url"]);
  if (url !== undefined && !/^https:\/\/[^@?#]+$/.test(url)) {
    const message = `The address ${shown(url)} of the webhook is no plain https address.`;
    context.report({
      code: "manifest-bad-value",
      path: ["url"],
      message,
      fix: "Write https://host/path, without user, query or fragment.",
    });
  }
};

/** Each of these lists says what a rule applies to; an empty one applies to nothing. */
const operationRule: Rule = (value, { report, excerpt }) => {
  if (excerpt) return;
  for (const field of ["operations", "apiGroups", "apiVersions", "resources"]) {
    const list = listOf(value[field]);
    if (list.length === 0) {
      const message = `The rule has no ${field}.`;
      report({
        code: "manifest-missing-field",
        path: isGiven(value[field]) ? [field] : [],
        on: "key",
        message,
        fix: `Add ${field}, such as ["*"].`,
      });
    } else if (namesAllAndMore(field, list)) {
      const message = `${field} names * and more; * already takes all.`;
      report({ code: "manifest-exclusive-fields", path: [field], message, fix: "Keep only the *." });
    }
  }
};

/** A `*` takes no company; among resources it stands for those without a slash. */
function namesAllAndMore(field: string, list: readonly unknown[]): boolean {
  if (list.length < 2) return false;
  if (field !== "resources") return list.includes("*");
  if (list.includes("*/*")) return true;
  return list.includes("*") && list.some((one) => one !== "*" && !String(one).includes("/"));
}

const policy: Rule = (value, context) => {
  const { report, excerpt } = context;
  if (excerpt) return;
  if (listOf(value["validations"]).length === 0 && listOf(value["auditAnnotations"]).length === 0) {
    const message = "The policy has neither validations nor auditAnnotations.";
    report({ code: "manifest-missing-field", path: [], on: "key", message, fix: "Add a validation." });
  }
  const rules = recordOf(value["matchConstraints"])["resourceRules"];
  if (listOf(rules).length === 0) {
    const message = "The policy does not say which resources it is about.";
    report({
      code: "manifest-missing-field",
      path: isGiven(value["matchConstraints"]) ? ["matchConstraints"] : [],
      on: "key",
      message,
      fix: "Add matchConstraints.resourceRules.",
    });
  }
  checkUnique(
    value["variables"],
    ["variables"],
    (one) => textOf(one["name"]),
    (name) => `The variable ${name} stands twice.`,
    context,
  );
};

const expression: Rule = (value, { report }) => {
  if (textOf(value["expression"])?.trim() !== "") return;
  const message = "The expression is empty.";
  report({
    code: "manifest-missing-field",
    path: ["expression"],
    on: "key",
    message,
    fix: "Write a CEL expression.",
  });
};

const variable: Rule = (value, context) => {
  expression(value, context);
  const name = textOf(value["name"]);
  if (name === undefined || /^[_a-zA-Z][_a-zA-Z0-9]*$/.test(name)) return;
  const message = `The variable name ${shown(name)} is no identifier of CEL.`;
  context.report({
    code: "manifest-bad-name",
    path: ["name"],
    message,
    fix: "Write letters, digits and underscores.",
  });
};

const policyBinding: Rule = (value, { report }) => {
  const actions = value["validationActions"];
  if (!Array.isArray(actions)) return;
  if (actions.length === 0) {
    const message = "The binding has no validationActions.";
    report({
      code: "manifest-missing-field",
      path: ["validationActions"],
      on: "key",
      message,
      fix: "Add Deny, Warn or Audit.",
    });
  }
  if (actions.includes("Deny") && actions.includes("Warn")) {
    const message = "validationActions has Deny and Warn; a refusal is its own warning.";
    report({
      code: "manifest-exclusive-fields",
      path: ["validationActions"],
      message,
      fix: "Keep one of the two.",
    });
  }
};

/** kube-aggregator validation, ValidateAPIService. */
const apiService: Rule = (value, { report }) => {
  const spec = recordOf(value["spec"]);
  const wanted = `${textOf(spec["version"]) ?? ""}.${textOf(spec["group"]) ?? ""}`;
  const name = textOf(recordOf(value["metadata"])["name"]);
  if (name !== undefined && isGiven(spec["version"]) && name !== wanted) {
    const message = `The name ${shown(name)} is not the version and the group: ${wanted}.`;
    report({ code: "manifest-bad-name", path: ["metadata", "name"], message, fix: `Write ${wanted}.` });
  }
  if (spec["insecureSkipTLSVerify"] === true && textOf(spec["caBundle"])) {
    const message = "insecureSkipTLSVerify and caBundle exclude each other.";
    report({
      code: "manifest-exclusive-fields",
      path: ["spec", "insecureSkipTLSVerify"],
      on: "key",
      message,
      fix: "Keep caBundle.",
    });
  }
};

const matchCondition: Rule = (value, context) => {
  expression(value, context);
  const name = textOf(value["name"]);
  const problem = name === undefined ? undefined : qualifiedNameProblem(name);
  if (problem === undefined) return;
  const message = `The condition name ${shown(name)} ${problem}.`;
  context.report({
    code: "manifest-bad-name",
    path: ["name"],
    message,
    fix: "Write a name such as exclude-kube-system.",
  });
};

export const admissionRules: RuleTable = {
  "admissionregistration.k8s.io_v1#MutatingWebhook": [webhook],
  "admissionregistration.k8s.io_v1#ValidatingWebhook": [webhook],
  "admissionregistration.k8s.io_v1#MutatingWebhookConfiguration": [webhooks],
  "admissionregistration.k8s.io_v1#ValidatingWebhookConfiguration": [webhooks],
  "admissionregistration.k8s.io_v1#WebhookClientConfig": [clientConfig],
  "admissionregistration.k8s.io_v1#RuleWithOperations": [operationRule],
  "admissionregistration.k8s.io_v1#NamedRuleWithOperations": [operationRule],
  "admissionregistration.k8s.io_v1#ValidatingAdmissionPolicySpec": [policy],
  "admissionregistration.k8s.io_v1#Validation": [expression],
  "admissionregistration.k8s.io_v1#Variable": [variable],
  "admissionregistration.k8s.io_v1#MatchCondition": [matchCondition],
  "admissionregistration.k8s.io_v1#ValidatingAdmissionPolicyBindingSpec": [policyBinding],
  "apiextensions.k8s.io_v1#WebhookClientConfig": [clientConfig],
  "apiregistration.k8s.io_v1#APIService": [apiService],
};
