import { nearestName } from "../../finding/nearest-name.ts";
import { dns1035LabelProblem, dnsSubdomainProblem } from "../names.ts";
import { isGiven, isRecord, listOf, recordOf, shown, textOf } from "../plain-values.ts";
import type { Rule, RuleContext, RuleTable } from "../rule.ts";
import { checkUnique } from "./field-checks.ts";

type Fields = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** apiextensions validation, ValidateCustomResourceDefinition. */
const customResource: Rule = (value, context) => {
  const spec = recordOf(value["spec"]);
  checkGroup(value, spec, context);
  checkNames(recordOf(spec["names"]), context);
  if (spec["preserveUnknownFields"] === true) {
    const message = "preserveUnknownFields: true belongs to v1beta1; v1 takes false only.";
    const path = ["spec", "preserveUnknownFields"];
    const fix = "Write x-kubernetes-preserve-unknown-fields: true into the schema instead.";
    context.report({ code: "manifest-bad-value", path, message, fix });
  }
  checkVersions(spec, context);
};

function checkGroup(value: Fields, spec: Fields, { report }: RuleContext): void {
  const metadata = recordOf(value["metadata"]);
  const group = textOf(spec["group"]);
  const plural = textOf(recordOf(spec["names"])["plural"]);
  const name = textOf(metadata["name"]);
  if (group === undefined) return;
  if (name !== undefined && plural !== undefined && name !== `${plural}.${group}`) {
    report({
      code: "manifest-bad-name",
      path: ["metadata", "name"],
      message: `The name ${shown(name)} is not the plural and the group: ${plural}.${group}.`,
      fix: `Write ${plural}.${group}.`,
    });
  }
  if (dnsSubdomainProblem(group) !== undefined || !group.includes(".")) {
    report({
      code: "manifest-bad-name",
      path: ["spec", "group"],
      message: `The group ${shown(group)} is no domain name with a dot.`,
      fix: "Write a domain of yours, such as example.com.",
    });
  }
  const approval = recordOf(metadata["annotations"])["api-approved.kubernetes.io"];
  if (/(?:^|\.)(?:k8s|kubernetes)\.io$/.test(group) && !textOf(approval)) {
    report({
      code: "manifest-missing-field",
      path: ["spec", "group"],
      message: `The group ${group} belongs to Kubernetes and needs the annotation api-approved.kubernetes.io.`,
      fix: "Write a domain of yours, or add the annotation with the address of the approval.",
    });
  }
}

/** apiextensions validation, ValidateCustomResourceDefinitionNames. */
function checkNames(names: Fields, { report }: RuleContext): void {
  const check = (text: unknown, path: Path) => {
    const problem = typeof text === "string" && text !== "" ? dns1035LabelProblem(text) : undefined;
    if (problem === undefined) return;
    report({
      code: "manifest-bad-name",
      path: ["spec", "names", ...path],
      message: `${path[0]} ${shown(text)} ${problem}.`,
      fix: "Write lower case letters, digits and dashes.",
    });
  };
  check(names["plural"], ["plural"]);
  check(names["singular"], ["singular"]);
  for (const field of ["shortNames", "categories"]) {
    listOf(names[field]).forEach((one, index) => {
      check(one, [field, index]);
    });
  }
  for (const field of ["kind", "listKind"]) {
    const kind = textOf(names[field]);
    if (!kind || dns1035LabelProblem(kind.toLowerCase()) === undefined) continue;
    report({
      code: "manifest-bad-name",
      path: ["spec", "names", field],
      message: `${field} ${shown(kind)} is not letters and digits.`,
      fix: "Write a word such as CronTab.",
    });
  }
  const kind = textOf(names["kind"]);
  if (kind === undefined || kind !== names["listKind"]) return;
  const message = "kind and listKind are the same.";
  const path = ["spec", "names", "listKind"];
  report({ code: "manifest-duplicate-name", path, message, fix: `Write ${kind}List.` });
}

function checkVersions(spec: Fields, context: RuleContext): void {
  const { report } = context;
  const versions = listOf(spec["versions"]).filter(isRecord);
  checkUnique(
    spec["versions"],
    ["spec", "versions"],
    (one) => textOf(one["name"]),
    (one) => `The version ${one} stands twice.`,
    context,
  );
  const stored = versions.filter((version) => version["storage"] === true).length;
  if (versions.length > 0 && stored !== 1) {
    const message = `${stored === 0 ? "No version is" : `${stored} versions are`} marked with storage: true; exactly one has to be.`;
    report({
      code: "manifest-bad-range",
      path: ["spec", "versions"],
      on: "key",
      message,
      fix: "Mark the version that is stored.",
    });
  }
  versions.forEach((version, index) => {
    const name = textOf(version["name"]);
    const problem = name === undefined ? undefined : dns1035LabelProblem(name);
    if (problem !== undefined) {
      const path = ["spec", "versions", index, "name"];
      const message = `The version ${shown(name)} ${problem}.`;
      report({ code: "manifest-bad-name", path, message, fix: "Write one such as v1 or v1alpha1." });
    }
    const schema = recordOf(version["schema"])["openAPIV3Schema"];
    if (isRecord(schema)) {
      checkRoot(schema, ["spec", "versions", index, "schema", "openAPIV3Schema"], context);
      return;
    }
    report({
      code: "manifest-missing-field",
      path: ["spec", "versions", index],
      on: "key",
      message: `The version ${name ?? ""} has no schema.`,
      fix: "Add schema.openAPIV3Schema.",
    });
  });
}

function checkRoot(schema: Fields, path: Path, context: RuleContext): void {
  if (schema["type"] !== "object") {
    context.report({
      code: "manifest-bad-value",
      path: isGiven(schema["type"]) ? [...path, "type"] : path,
      on: "key",
      message: "The schema of a kind has to be of type object.",
      fix: "Write type: object.",
    });
  }
  checkSchema(schema, path, "", context, 0);
}

const types = ["array", "boolean", "integer", "number", "object", "string"];

/**
 * A schema of a custom kind is structural: every field and item says its type.
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
 */
function checkSchema(schema: Fields, path: Path, what: string, context: RuleContext, depth: number): void {
  if (depth > 60) return;
  const { report } = context;
  const type = schema["type"];
  const free =
    schema["x-kubernetes-int-or-string"] === true || schema["x-kubernetes-preserve-unknown-fields"] === true;
  if (typeof type === "string" && type !== "" && !types.includes(type)) {
    const near = nearestName(type, types);
    report({
      code: "manifest-bad-enum",
      path: [...path, "type"],
      message: `type is ${shown(type)}; allowed is ${types.join(", ")}.`,
      fix: near === undefined ? "Write one of these types." : `Write ${near}.`,
    });
  } else if (!free && what !== "" && !isGiven(type)) {
    report({
      code: "manifest-missing-field",
      path,
      on: "key",
      message: `${what} has no type, which a schema of a kind needs everywhere.`,
      fix: "Add type.",
    });
  }
  if (type === "array" && !isGiven(schema["items"])) {
    const message = "A schema of type array needs items.";
    report({ code: "manifest-missing-field", path, on: "key", message, fix: "Add items." });
  }
  if (isGiven(schema["properties"]) && isGiven(schema["additionalProperties"])) {
    report({
      code: "manifest-exclusive-fields",
      path: [...path, "additionalProperties"],
      on: "key",
      message: "A schema has either properties or additionalProperties, not both.",
      fix: "Keep one.",
    });
  }
  for (const [name, field] of Object.entries(recordOf(schema["properties"]))) {
    const inner = [...path, "properties", name];
    if (isRecord(field)) checkSchema(field, inner, `The field ${name}`, context, depth + 1);
  }
  for (const [field, name] of [
    ["items", "The item"],
    ["additionalProperties", "The value"],
  ] as const) {
    const inner = schema[field];
    if (isRecord(inner)) checkSchema(inner, [...path, field], name, context, depth + 1);
  }
}

/** Rules of CustomResourceDefinitions. */
export const customResourceRules: RuleTable = {
  "apiextensions.k8s.io_v1#CustomResourceDefinition": [customResource],
};
