import { dataKeyProblem, dnsSubdomainProblem, qualifiedNameProblem } from "../names.ts";
import { isGiven, isRecord, listOf, recordOf, shown, textOf } from "../plain-values.ts";
import type { Rule, RuleContext, RuleTable } from "../rule.ts";
import { checkOneOf } from "./field-checks.ts";

/** core validation, ValidateEnv: what is between name and value. */
const variable: Rule = (value, context) => {
  const name = textOf(value["name"]);
  if (name !== undefined && (name === "" || name.includes("=") || /[^\x20-\x7e]/.test(name))) {
    const problem = name.includes("=") ? "contains =" : "contains other characters than printable ASCII";
    context.report({
      code: "manifest-bad-name",
      path: ["name"],
      message:
        name === "" ? "The variable has an empty name." : `The variable name ${shown(name)} ${problem}.`,
      fix: "Write a name such as LOG_LEVEL.",
    });
  }
  if (textOf(value["value"]) && isGiven(value["valueFrom"])) {
    context.report({
      code: "manifest-exclusive-fields",
      path: ["valueFrom"],
      on: "key",
      message: `The variable ${name ?? ""} has value and valueFrom; only one of them may be given.`,
      fix: "Keep one.",
    });
  }
};

/** What a variable may be set from: core validation, validEnvDownwardAPIFieldPathExpressions. */
const variableFieldPath =
  /^(?:metadata\.(?:name|namespace|uid)|metadata\.(?:labels|annotations)\['[^']+'\]|spec\.(?:nodeName|serviceAccountName)|status\.(?:hostIPs?|podIPs?))$/;

/** What a file of a downwardAPI volume may hold: validVolumeDownwardAPIFieldPathExpressions. */
const fileFieldPath =
  /^(?:metadata\.(?:name|namespace|uid|labels|annotations)|metadata\.(?:labels|annotations)\['[^']+'\])$/;

function checkFieldPath(reference: unknown, allowed: RegExp, what: string, { report }: RuleContext): void {
  const path = textOf(recordOf(reference)["fieldPath"]);
  if (path === undefined || allowed.test(path)) return;
  const names =
    allowed === fileFieldPath
      ? "metadata.name, metadata.namespace, metadata.uid, metadata.labels or metadata.annotations"
      : "metadata.name, metadata.namespace, metadata.uid, metadata.labels['…'], metadata.annotations['…'], spec.nodeName, spec.serviceAccountName, status.hostIP or status.podIP";
  report({
    code: "manifest-bad-value",
    path: ["fieldRef", "fieldPath"],
    message: `${what} cannot be set from the field ${shown(path)}.`,
    fix: `Use ${names}.`,
  });
}

const source: Rule = (value, context) => {
  const fields = ["configMapKeyRef", "fieldRef", "fileKeyRef", "resourceFieldRef", "secretKeyRef"];
  checkOneOf(value, fields, "valueFrom", context);
  checkFieldPath(value["fieldRef"], variableFieldPath, "A variable", context);
};

const file: Rule = (value, context) => {
  checkOneOf(value, ["fieldRef", "resourceFieldRef"], "The file", context);
  checkFieldPath(value["fieldRef"], fileFieldPath, "A file", context);
  const reference = value["resourceFieldRef"];
  if (!isRecord(reference) || textOf(reference["containerName"]) || context.excerpt) return;
  const message = "In a volume resourceFieldRef needs containerName.";
  const path = ["resourceFieldRef"];
  context.report({ code: "manifest-missing-field", path, on: "key", message, fix: "Add containerName." });
};

/** core validation, validContainerResourceFieldPathExpressions. */
const containerResource = /^(?:limits|requests)\.(?:cpu|memory|ephemeral-storage|hugepages-.+)$/;

const resourceField: Rule = (value, { report }) => {
  const resource = textOf(value["resource"]);
  if (resource === undefined || containerResource.test(resource)) return;
  report({
    code: "manifest-bad-value",
    path: ["resource"],
    message: `There is no resource ${shown(resource)} of a container.`,
    fix: "Write limits.cpu, limits.memory, limits.ephemeral-storage, or the same with requests.",
  });
};

const bulkSource: Rule = (value, context) =>
  checkOneOf(value, ["configMapRef", "secretRef"], "envFrom", context);

/** Names of the objects that variables and volumes come from are those of ConfigMaps and Secrets. */
const named: Rule = (value, { report }) => {
  const name = textOf(value["name"]) ?? "";
  const problem = name === "" ? undefined : dnsSubdomainProblem(name);
  if (problem !== undefined) {
    const message = `The name ${shown(name)} ${problem}.`;
    report({ code: "manifest-bad-name", path: ["name"], message, fix: "Write the name of an object." });
  }
};

const keySelector: Rule = (value, context) => {
  named(value, context);
  const key = textOf(value["key"]);
  if (key === undefined) return;
  const problem = key === "" ? "is empty" : dataKeyProblem(key);
  if (problem === undefined) return;
  const message = `The key ${shown(key)} ${problem}.`;
  context.report({ code: "manifest-bad-name", path: ["key"], message, fix: "Write a key of the object." });
};

/** A variable written twice: the API server takes it with a warning, and only the last one counts. */
export function checkVariables(list: unknown, { report }: RuleContext): void {
  const seen = new Set<string>();
  listOf(list).forEach((item, index) => {
    const name = textOf(recordOf(item)["name"]);
    if (name === undefined) return;
    if (seen.has(name)) {
      report({
        code: "manifest-duplicate-variable",
        path: ["env", index, "name"],
        message: `The variable ${name} stands twice in this container; the last one hides those before it.`,
        fix: "Keep one.",
      });
    }
    seen.add(name);
  });
}

const header: Rule = (value, { report }) => {
  const name = textOf(value["name"]);
  if (name === undefined || /^[-A-Za-z0-9]+$/.test(name)) return;
  const message = `The header name ${shown(name)} is not letters, digits and dashes.`;
  report({ code: "manifest-bad-name", path: ["name"], message, fix: "Write one such as X-Probe." });
};

const condition: Rule = (value, { report }) => {
  const type = textOf(value["conditionType"]);
  const problem = type === undefined ? undefined : qualifiedNameProblem(type);
  if (problem === undefined) return;
  const message = `The condition ${shown(type)} ${problem}.`;
  const fix = "Write one such as example.com/ready.";
  report({ code: "manifest-bad-name", path: ["conditionType"], message, fix });
};

/** Rules of what a container takes from elsewhere. */
export const environmentRules: RuleTable = {
  "core_v1#EnvVar": [variable],
  "core_v1#EnvVarSource": [source],
  "core_v1#EnvFromSource": [bulkSource],
  "core_v1#ConfigMapEnvSource": [named],
  "core_v1#SecretEnvSource": [named],
  "core_v1#ConfigMapKeySelector": [keySelector],
  "core_v1#SecretKeySelector": [keySelector],
  "core_v1#ResourceFieldSelector": [resourceField],
  "core_v1#DownwardAPIVolumeFile": [file],
  "core_v1#HTTPHeader": [header],
  "core_v1#PodReadinessGate": [condition],
};
