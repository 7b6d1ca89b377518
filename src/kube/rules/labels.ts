import { labelValueProblem, qualifiedNameProblem } from "../names.ts";
import { isGiven, isRecord, listOf, shown, textOf } from "../plain-values.ts";
import type { Rule, RuleContext, RuleTable } from "../rule.ts";

/** Checks keys and values of a mapping of labels at a field. */
export function checkLabels(labels: unknown, path: readonly string[], { report }: RuleContext): void {
  if (!isRecord(labels)) return;
  for (const [key, value] of Object.entries(labels)) {
    const problem = qualifiedNameProblem(key);
    if (problem !== undefined) {
      report({
        code: "manifest-bad-label",
        path: [...path, key],
        on: "key",
        message: `The label key ${shown(key)} ${problem}.`,
        fix: "Write a name of up to 63 letters, digits, -, _ and ., with an optional prefix and slash: example.com/name.",
      });
    }
    const valueProblem = typeof value === "string" ? labelValueProblem(value) : undefined;
    if (valueProblem !== undefined) {
      report({
        code: "manifest-bad-label",
        path: [...path, key],
        message: `The label value ${shown(value)} ${valueProblem}.`,
        fix: "Write up to 63 letters, digits, -, _ and ., or make it an annotation, which takes any text.",
      });
    }
  }
}

/** Labels, annotations and finalizers: apimachinery/pkg/api/validation, ValidateObjectMeta. */
const metadata: Rule = (value, context) => {
  checkLabels(value["labels"], ["labels"], context);
  const annotations = value["annotations"];
  if (isRecord(annotations)) {
    let size = 0;
    for (const [key, text] of Object.entries(annotations)) {
      size += key.length + (typeof text === "string" ? text.length : 0);
      const problem = qualifiedNameProblem(key.toLowerCase());
      if (problem === undefined) continue;
      context.report({
        code: "manifest-bad-annotation",
        path: ["annotations", key],
        on: "key",
        message: `The annotation key ${shown(key)} ${problem}.`,
        fix: "Write a name of up to 63 letters, digits, -, _ and ., with an optional prefix and slash: example.com/name.",
      });
    }
    if (size > 256 * 1024) {
      context.report({
        code: "manifest-bad-annotation",
        path: ["annotations"],
        on: "key",
        message: `The annotations have ${size} characters, and ${256 * 1024} are allowed.`,
        fix: "Keep large data in a ConfigMap.",
      });
    }
  }
  listOf(value["finalizers"]).forEach((finalizer, index) => {
    const problem = typeof finalizer === "string" ? qualifiedNameProblem(finalizer) : undefined;
    if (problem === undefined) return;
    context.report({
      code: "manifest-bad-name",
      path: ["finalizers", index],
      message: `The finalizer ${shown(finalizer)} ${problem}.`,
      fix: "Write a name such as example.com/finalizer.",
    });
  });
};

/** Operators and their values: apimachinery/pkg/apis/meta/v1/validation, ValidateLabelSelectorRequirement. */
const requirement: Rule = (value, context) => {
  const { report } = context;
  const key = textOf(value["key"]);
  const keyProblem = key === undefined ? undefined : qualifiedNameProblem(key);
  if (keyProblem !== undefined) {
    const message = `The label key ${shown(key)} ${keyProblem}.`;
    report({ code: "manifest-bad-label", path: ["key"], message, fix: "Write the key of a label." });
  }
  const operator = textOf(value["operator"]);
  const allowed = ["In", "NotIn", "Exists", "DoesNotExist"];
  if (operator === undefined) return;
  if (!allowed.includes(operator)) {
    report({
      code: "manifest-bad-enum",
      path: ["operator"],
      message: `operator is ${shown(operator)}; allowed is ${allowed.join(", ")}.`,
      fix: "Write one of the allowed operators.",
    });
    return;
  }
  const count = listOf(value["values"]).length;
  if (operator.endsWith("In") && count === 0 && !context.excerpt) {
    report({
      code: "manifest-missing-field",
      path: isGiven(value["values"]) ? ["values"] : [],
      on: "key",
      message: `The operator ${operator} needs values to compare with.`,
      fix: "Add values, or use Exists or DoesNotExist.",
    });
  }
  if (!operator.endsWith("In") && count > 0) {
    report({
      code: "manifest-exclusive-fields",
      path: ["values"],
      on: "key",
      message: `The operator ${operator} takes no values.`,
      fix: "Take the values out, or use In or NotIn.",
    });
  }
};

const selector: Rule = (value, context) => checkLabels(value["matchLabels"], ["matchLabels"], context);

/** Node selectors also know Gt and Lt, which compare with one number: core validation, ValidateNodeSelectorRequirement. */
const nodeRequirement: Rule = (value, context) => {
  const operator = textOf(value["operator"]);
  const values = listOf(value["values"]);
  const { report } = context;
  if (operator === "In" || operator === "NotIn" || operator === "Exists" || operator === "DoesNotExist") {
    requirement(value, context);
  } else if (operator === "Gt" || operator === "Lt") {
    if (values.length !== 1 && !context.excerpt) {
      report({
        code: "manifest-bad-value",
        path: isGiven(value["values"]) ? ["values"] : [],
        on: "key",
        message: `The operator ${operator} compares with one number, and got ${values.length} values.`,
        fix: 'Write one number as text: ["4"].',
      });
    }
  }
};

export const labelRules: RuleTable = {
  "meta_v1#ObjectMeta": [metadata],
  "meta_v1#LabelSelector": [selector],
  "meta_v1#LabelSelectorRequirement": [requirement],
  "core_v1#NodeSelectorRequirement": [nodeRequirement],
};
