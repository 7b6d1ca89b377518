import { isGiven, textOf } from "../plain-values.ts";
import type { Rule, RuleTable } from "../rule.ts";
import { checkAtLeast, checkIntOrPercent } from "./field-checks.ts";

/** autoscaling validation, validateHorizontalPodAutoscalerSpec. */
const autoscaler: Rule = (value, context) => {
  const { report } = context;
  checkAtLeast(value, ["maxReplicas"], 1, context);
  checkAtLeast(value, ["minReplicas"], 0, context);
  const min = typeof value["minReplicas"] === "number" ? value["minReplicas"] : 1;
  const max = value["maxReplicas"];
  if (typeof max === "number" && max >= 1 && max < min) {
    report({
      code: "manifest-bad-range",
      path: ["maxReplicas"],
      message: `maxReplicas (${max}) is less than minReplicas (${min}).`,
      fix: "Raise maxReplicas or lower minReplicas.",
    });
  }
};

const metricSources: Record<string, string> = {
  Resource: "resource",
  ContainerResource: "containerResource",
  Pods: "pods",
  Object: "object",
  External: "external",
};

const metric: Rule = (value, { report, excerpt }) => {
  const type = textOf(value["type"]);
  if (type === undefined) return;
  const field = Object.hasOwn(metricSources, type) ? metricSources[type] : undefined;
  if (field === undefined) return;
  if (!isGiven(value[field]) && !excerpt) {
    const message = `A metric of type ${type} needs ${field}.`;
    report({ code: "manifest-missing-field", path: ["type"], on: "key", message, fix: `Add ${field}.` });
  }
  for (const other of Object.values(metricSources)) {
    if (other === field || !isGiven(value[other])) continue;
    const message = `A metric of type ${type} takes no ${other}.`;
    report({
      code: "manifest-exclusive-fields",
      path: [other],
      on: "key",
      message,
      fix: "Take it out, or correct the type.",
    });
  }
};

const metricTarget: Rule = (value, { report, excerpt }) => {
  const fields: Record<string, string> = {
    Utilization: "averageUtilization",
    AverageValue: "averageValue",
    Value: "value",
  };
  const type = textOf(value["type"]);
  if (type === undefined) return;
  const field = Object.hasOwn(fields, type) ? fields[type] : undefined;
  if (field !== undefined && !isGiven(value[field]) && !excerpt) {
    const message = `A target of type ${type} needs ${field}.`;
    report({ code: "manifest-missing-field", path: ["type"], on: "key", message, fix: `Add ${field}.` });
  }
};

/** policy validation, ValidatePodDisruptionBudgetSpec. */
const disruptionBudget: Rule = (value, context) => {
  const { report } = context;
  if (isGiven(value["minAvailable"]) && isGiven(value["maxUnavailable"])) {
    report({
      code: "manifest-exclusive-fields",
      path: ["maxUnavailable"],
      on: "key",
      message: "A budget has either minAvailable or maxUnavailable, not both.",
      fix: "Keep one.",
    });
  }
  for (const field of ["minAvailable", "maxUnavailable"]) {
    const read = checkIntOrPercent(value[field], [field], context);
    if (!read?.percent || read.amount <= 100) continue;
    const message = `${field} is ${read.amount}%; it cannot be more than 100%.`;
    report({ code: "manifest-bad-value", path: [field], message, fix: "Write 100% or less." });
  }
};

/** autoscaling validation, validateScalingRules: an hour at most. */
const scalingRules: Rule = (value, context) => {
  checkAtLeast(value, ["stabilizationWindowSeconds"], 0, context);
  const seconds = value["stabilizationWindowSeconds"];
  if (typeof seconds !== "number" || seconds <= 3600) return;
  const message = `stabilizationWindowSeconds is ${seconds}; it cannot be more than 3600.`;
  const fix = "Write 3600 or less.";
  context.report({ code: "manifest-bad-value", path: ["stabilizationWindowSeconds"], message, fix });
};

/** autoscaling validation, validateScalingPolicy: half an hour at most. */
const scalingPolicy: Rule = (value, context) => {
  checkAtLeast(value, ["value", "periodSeconds"], 1, context);
  const seconds = value["periodSeconds"];
  if (typeof seconds !== "number" || seconds <= 1800) return;
  const message = `periodSeconds is ${seconds}; it cannot be more than 1800.`;
  context.report({
    code: "manifest-bad-value",
    path: ["periodSeconds"],
    message,
    fix: "Write 1800 or less.",
  });
};

/** Rules of the kinds that change how many pods there are. */
export const scalingKindRules: RuleTable = {
  "autoscaling_v1#HorizontalPodAutoscalerSpec": [autoscaler],
  "autoscaling_v2#HorizontalPodAutoscalerSpec": [autoscaler],
  "autoscaling_v2#MetricSpec": [metric],
  "autoscaling_v2#MetricTarget": [metricTarget],
  "autoscaling_v2#HPAScalingRules": [scalingRules],
  "autoscaling_v2#HPAScalingPolicy": [scalingPolicy],
  "policy_v1#PodDisruptionBudgetSpec": [disruptionBudget],
};
