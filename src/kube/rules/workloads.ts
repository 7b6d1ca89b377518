import { isTimeZone, scheduleProblem } from "../cron.ts";
import { isGiven, isRecord, listOf, recordOf, shown, textOf } from "../plain-values.ts";
import type { Rule, RuleContext, RuleTable } from "../rule.ts";
import { checkUnique } from "./containers.ts";
import { checkMounts } from "./pods.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Reports numbers below a least value. */
export function checkAtLeast(
  value: Fields,
  fields: readonly string[],
  least: number,
  { report }: RuleContext,
): void {
  for (const field of fields) {
    const number = value[field];
    if (typeof number !== "number" || number >= least) continue;
    const message = `${field} is ${number}; it cannot be less than ${least}.`;
    report({ code: "manifest-bad-value", path: [field], message, fix: `Write ${least} or more.` });
  }
}

/** An integer of 0 or more, or a percentage; gives what it means as a number or share, or undefined. */
export function checkIntOrPercent(
  value: unknown,
  path: readonly string[],
  { report }: RuleContext,
): { amount: number; percent: boolean } | undefined {
  if (typeof value === "number") {
    if (value >= 0) return { amount: value, percent: false };
    const message = `${path.at(-1)} is ${value}; it cannot be less than 0.`;
    report({ code: "manifest-bad-value", path, message, fix: "Write 0 or more, or a percentage." });
  }
  if (typeof value === "string") {
    const match = /^(\d+)%$/.exec(value);
    if (match) return { amount: Number(match[1]), percent: true };
    report({
      code: "manifest-bad-value",
      path,
      message: `${path.at(-1)} is ${shown(value)}; it is a number, or a percentage such as "25%".`,
      fix: /^\d+$/.test(value)
        ? `Take the quotes off: ${value}.`
        : 'Write a number or a percentage such as "25%".',
    });
  }
  return undefined;
}

/** Whether a label selector takes these labels (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/). */
export function selects(selector: Fields, labels: Fields): boolean {
  for (const [key, value] of Object.entries(recordOf(selector["matchLabels"])))
    if (labels[key] !== value) return false;
  return listOf(selector["matchExpressions"]).every((expression) => {
    const { key, operator, values } = recordOf(expression) as {
      key?: unknown;
      operator?: unknown;
      values?: unknown;
    };
    if (typeof key !== "string") return true;
    const label = labels[key];
    switch (operator) {
      case "In":
        return listOf(values).includes(label);
      case "NotIn":
        return !listOf(values).includes(label);
      case "Exists":
        return label !== undefined;
      case "DoesNotExist":
        return label === undefined;
      default:
        return true;
    }
  });
}

/** apps validation: the selector is not empty and takes the template's own labels. */
const selectorAndTemplate: Rule = (value, context) => {
  const { report, excerpt } = context;
  const selector = value["selector"];
  if (!isRecord(selector) || excerpt) return;
  const empty = [selector["matchLabels"], selector["matchExpressions"]].every(
    (part) => !isGiven(part) || Object.keys(part as object).length === 0,
  );
  if (empty) {
    const message = "The selector is empty, so it takes no pods of its own.";
    report({
      code: "manifest-missing-field",
      path: ["selector"],
      on: "key",
      message,
      fix: "Add matchLabels.",
    });
    return;
  }
  if (!isRecord(value["template"])) return;
  const labels = recordOf(recordOf(value["template"]["metadata"])["labels"]);
  if (selects(selector, labels)) return;
  reportMismatch(recordOf(selector["matchLabels"]), labels, ["selector", "matchLabels"], context);
};

/** Names the first label that differs; where none does, an expression is at fault. */
function reportMismatch(
  wanted: Fields,
  labels: Fields,
  path: readonly string[],
  { report }: RuleContext,
): void {
  const key = Object.keys(wanted).find((one) => labels[one] !== wanted[one]);
  if (key === undefined) {
    report({
      code: "manifest-selector-mismatch",
      path: ["selector", "matchExpressions"],
      on: "key",
      message: "The selector's expressions do not take the labels of the pod template.",
      fix: "Give the template labels that the selector takes.",
    });
    return;
  }
  const label = labels[key];
  report({
    code: "manifest-selector-mismatch",
    path: [...path, key],
    message:
      label === undefined
        ? `The selector wants ${key}: ${shown(wanted[key])}, and the pod template has no label ${key}.`
        : `The selector wants ${key}: ${shown(wanted[key])}, and the pod template has ${key}: ${shown(label)}.`,
    fix: `Give selector and template the same ${key}.`,
  });
}

/** Pods of these workloads are restarted for ever. */
const alwaysRestarts: Rule = (value, { report }) => {
  const policy = recordOf(recordOf(value["template"])["spec"])["restartPolicy"];
  if (!isGiven(policy) || policy === "Always" || policy === "") return;
  report({
    code: "manifest-bad-enum",
    path: ["template", "spec", "restartPolicy"],
    message: `restartPolicy is ${shown(policy)}; pods of this workload are always restarted.`,
    fix: "Write Always or leave it out; for work that ends use a Job.",
  });
};

const deployment: Rule = (value, context) => {
  const { report } = context;
  checkAtLeast(
    value,
    ["replicas", "minReadySeconds", "revisionHistoryLimit", "progressDeadlineSeconds"],
    0,
    context,
  );
  const ready = typeof value["minReadySeconds"] === "number" ? value["minReadySeconds"] : 0;
  const deadline =
    typeof value["progressDeadlineSeconds"] === "number" ? value["progressDeadlineSeconds"] : 600;
  if (ready >= deadline && !context.excerpt) {
    report({
      code: "manifest-bad-range",
      path: [isGiven(value["progressDeadlineSeconds"]) ? "progressDeadlineSeconds" : "minReadySeconds"],
      message: `progressDeadlineSeconds (${deadline}) has to be more than minReadySeconds (${ready}).`,
      fix: "Raise progressDeadlineSeconds.",
    });
  }
};

const strategy: Rule = (value, context) => {
  const { report } = context;
  const rolling = value["rollingUpdate"];
  if (value["type"] === "Recreate" || value["type"] === "OnDelete") {
    if (isGiven(rolling) && value["type"] === "Recreate") {
      report({
        code: "manifest-exclusive-fields",
        path: ["rollingUpdate"],
        on: "key",
        message: "The strategy Recreate takes no rollingUpdate.",
        fix: "Take rollingUpdate out, or write type: RollingUpdate.",
      });
    }
    return;
  }
};

/** apps validation, ValidateRollingUpdateDeployment: at least one pod more or one less, or nothing ever moves. */
const rollingDeployment: Rule = (value, context) => {
  const unavailable = checkIntOrPercent(value["maxUnavailable"], ["maxUnavailable"], context);
  const surge = checkIntOrPercent(value["maxSurge"], ["maxSurge"], context);
  if (unavailable?.percent && unavailable.amount > 100) {
    const message = `maxUnavailable is ${unavailable.amount}%; it cannot be more than 100%.`;
    context.report({
      code: "manifest-bad-value",
      path: ["maxUnavailable"],
      message,
      fix: "Write 100% or less.",
    });
  }
  if (unavailable?.amount === 0 && surge?.amount === 0) {
    context.report({
      code: "manifest-bad-range",
      path: ["maxUnavailable"],
      message: "maxUnavailable and maxSurge are both 0, so no pod could ever be replaced.",
      fix: "Set one of them above 0.",
    });
  }
};

const rollingDaemonSet: Rule = (value, context) => {
  const unavailable = checkIntOrPercent(value["maxUnavailable"], ["maxUnavailable"], context);
  const surge = checkIntOrPercent(value["maxSurge"], ["maxSurge"], context);
  if (unavailable && surge && unavailable.amount > 0 && surge.amount > 0) {
    context.report({
      code: "manifest-exclusive-fields",
      path: ["maxSurge"],
      message: "A DaemonSet takes either maxSurge or maxUnavailable above 0, not both.",
      fix: "Set one of them to 0.",
    });
  }
  if (unavailable?.amount === 0 && (surge === undefined || surge.amount === 0)) {
    context.report({
      code: "manifest-bad-range",
      path: ["maxUnavailable"],
      message: "maxUnavailable and maxSurge are both 0, so no pod could ever be replaced.",
      fix: "Set one of them above 0.",
    });
  }
};

const statefulSet: Rule = (value, context) => {
  checkAtLeast(value, ["replicas", "minReadySeconds", "revisionHistoryLimit"], 0, context);
  const claims = listOf(value["volumeClaimTemplates"]).map((claim) =>
    textOf(recordOf(recordOf(claim)["metadata"])["name"]),
  );
  const template = recordOf(recordOf(value["template"])["spec"]);
  const names = claims.filter((name) => name !== undefined);
  checkMounts(template, ["template", "spec"], names, context);
  const seen = new Set<string>();
  names.forEach((name, index) => {
    if (seen.has(name)) {
      const message = `The claim ${name} stands twice in volumeClaimTemplates.`;
      const path = ["volumeClaimTemplates", index, "metadata", "name"];
      context.report({ code: "manifest-duplicate-name", path, message, fix: "Give each its own name." });
    }
    seen.add(name);
  });
};

const replicas: Rule = (value, context) => checkAtLeast(value, ["replicas", "minReadySeconds"], 0, context);

/** A ReplicationController selects by plain labels. */
const replicationController: Rule = (value, context) => {
  const template = value["template"];
  if (context.excerpt) return;
  if (!isRecord(template)) {
    const message = "The controller has no pod template.";
    context.report({ code: "manifest-missing-field", path: [], on: "key", message, fix: "Add template." });
    return;
  }
  const labels = recordOf(recordOf(template["metadata"])["labels"]);
  const selector = recordOf(value["selector"]);
  const key = Object.keys(selector).find((one) => labels[one] !== selector[one]);
  if (key !== undefined) reportMismatch(selector, labels, ["selector"], context);
};

const replicaSet: Rule = (value, context) => {
  if (context.excerpt || isGiven(value["template"])) return;
  const message = "The ReplicaSet has no pod template.";
  context.report({ code: "manifest-missing-field", path: [], on: "key", message, fix: "Add template." });
};

/** batch validation, ValidateJobSpec. */
const job: Rule = (value, context) => {
  const { report, excerpt } = context;
  const counts = [
    "parallelism",
    "completions",
    "activeDeadlineSeconds",
    "backoffLimit",
    "backoffLimitPerIndex",
    "ttlSecondsAfterFinished",
  ];
  checkAtLeast(value, counts, 0, context);
  const spec = recordOf(recordOf(value["template"])["spec"]);
  const policy = spec["restartPolicy"];
  if (
    !excerpt &&
    isRecord(recordOf(value["template"])["spec"]) &&
    policy !== "Never" &&
    policy !== "OnFailure"
  ) {
    report({
      code: isGiven(policy) ? "manifest-bad-enum" : "manifest-missing-field",
      path: isGiven(policy) ? ["template", "spec", "restartPolicy"] : ["template", "spec"],
      on: isGiven(policy) ? "value" : "key",
      message: `The pods of a Job need restartPolicy Never or OnFailure${isGiven(policy) ? `, and have ${shown(policy)}` : "; the default is Always"}.`,
      fix: "Write restartPolicy: Never or OnFailure.",
    });
  }
  if (value["completionMode"] === "Indexed" && !isGiven(value["completions"]) && !excerpt) {
    const message = "An indexed Job needs the number of completions.";
    report({
      code: "manifest-missing-field",
      path: ["completionMode"],
      on: "key",
      message,
      fix: "Add completions.",
    });
  }
  if (isGiven(value["podFailurePolicy"]) && isGiven(policy) && policy !== "Never") {
    report({
      code: "manifest-exclusive-fields",
      path: ["podFailurePolicy"],
      on: "key",
      message: `podFailurePolicy goes with restartPolicy Never, and the policy is ${shown(policy)}.`,
      fix: "Write restartPolicy: Never.",
    });
  }
  if (isGiven(value["selector"]) && value["manualSelector"] !== true && !excerpt) {
    report({
      code: "manifest-exclusive-fields",
      path: ["selector"],
      on: "key",
      message: "A Job makes its own selector and refuses a written one.",
      fix: "Take the selector out.",
    });
  }
};

/** batch validation, validateCronJobSpec. */
const cronJob: Rule = (value, context) => {
  const { report } = context;
  const schedule = textOf(value["schedule"]);
  const problem = schedule === undefined ? undefined : scheduleProblem(schedule);
  if (problem !== undefined) {
    report({
      code: "manifest-bad-schedule",
      path: ["schedule"],
      message: `The schedule ${shown(schedule)} ${problem}.`,
      fix: 'Write five fields such as "0 3 * * *", or a word such as "@daily".',
    });
  }
  const zone = textOf(value["timeZone"]);
  if (zone !== undefined && !isTimeZone(zone)) {
    report({
      code: "manifest-bad-schedule",
      path: ["timeZone"],
      message: `There is no time zone ${shown(zone)}.`,
      fix: "Write a name of the IANA database such as Etc/UTC or Europe/Berlin.",
    });
  }
  const counts = ["startingDeadlineSeconds", "successfulJobsHistoryLimit", "failedJobsHistoryLimit"];
  checkAtLeast(value, counts, 0, context);
};

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
  if (field === undefined) {
    const message = `type is ${shown(type)}; allowed is ${Object.keys(metricSources).join(", ")}.`;
    report({ code: "manifest-bad-enum", path: ["type"], message, fix: "Write one of the allowed types." });
    return;
  }
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
  if (field === undefined) {
    const message = `type is ${shown(type)}; allowed is Utilization, AverageValue, Value.`;
    report({ code: "manifest-bad-enum", path: ["type"], message, fix: "Write one of the allowed types." });
  } else if (!isGiven(value[field]) && !excerpt) {
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

const scalingRules: Rule = (value, context) => {
  checkAtLeast(value, ["stabilizationWindowSeconds"], 0, context);
  const select = textOf(value["selectPolicy"]);
  if (select !== undefined && !["Max", "Min", "Disabled"].includes(select)) {
    const message = `selectPolicy is ${shown(select)}; allowed is Max, Min, Disabled.`;
    context.report({
      code: "manifest-bad-enum",
      path: ["selectPolicy"],
      message,
      fix: "Write one of the allowed words.",
    });
  }
};

const scalingPolicy: Rule = (value, context) => {
  checkAtLeast(value, ["value", "periodSeconds"], 1, context);
  const type = textOf(value["type"]);
  if (type !== undefined && !["Pods", "Percent"].includes(type)) {
    const message = `type is ${shown(type)}; allowed is Pods, Percent.`;
    context.report({ code: "manifest-bad-enum", path: ["type"], message, fix: "Write Pods or Percent." });
  }
};

const imagePullSecretsUnique: Rule = (value, context) =>
  checkUnique(
    value["schedulingGates"],
    ["schedulingGates"],
    (one) => textOf(one["name"]),
    (name) => `The gate ${name} stands twice.`,
    context,
  );

export const workloadRules: RuleTable = {
  "apps_v1#DeploymentSpec": [selectorAndTemplate, alwaysRestarts, deployment],
  "apps_v1#DeploymentStrategy": [strategy],
  "apps_v1#RollingUpdateDeployment": [rollingDeployment],
  "apps_v1#DaemonSetSpec": [selectorAndTemplate, alwaysRestarts, replicas],
  "apps_v1#RollingUpdateDaemonSet": [rollingDaemonSet],
  "apps_v1#StatefulSetSpec": [selectorAndTemplate, alwaysRestarts, statefulSet],
  "apps_v1#ReplicaSetSpec": [selectorAndTemplate, alwaysRestarts, replicas, replicaSet],
  "core_v1#ReplicationControllerSpec": [replicationController, alwaysRestarts, replicas],
  "core_v1#PodSpec": [imagePullSecretsUnique],
  "batch_v1#JobSpec": [job],
  "batch_v1#CronJobSpec": [cronJob],
  "autoscaling_v1#HorizontalPodAutoscalerSpec": [autoscaler],
  "autoscaling_v2#HorizontalPodAutoscalerSpec": [autoscaler],
  "autoscaling_v2#MetricSpec": [metric],
  "autoscaling_v2#MetricTarget": [metricTarget],
  "autoscaling_v2#HPAScalingRules": [scalingRules],
  "autoscaling_v2#HPAScalingPolicy": [scalingPolicy],
  "policy_v1#PodDisruptionBudgetSpec": [disruptionBudget],
};
