import { isTimeZone, scheduleProblem } from "../cron.ts";
import { isGiven, isRecord, listOf, recordOf, shown, textOf } from "../plain-values.ts";
import type { Rule, RuleContext, RuleTable } from "../rule.ts";
import { checkAtLeast, checkIntOrPercent, checkUnique } from "./field-checks.ts";
import { checkMounts } from "./pods.ts";

type Fields = Readonly<Record<string, unknown>>;

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
  { report, object }: RuleContext,
): void {
  const ownLabels = recordOf(recordOf(object["metadata"])["labels"]);
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
  // Three places say it; the one that differs from the other two is most likely wrong.
  const templateIsOdd = label !== undefined && wanted[key] === ownLabels[key] && path[0] === "selector";
  report({
    code: "manifest-selector-mismatch",
    path: templateIsOdd ? ["template", "metadata", "labels", key] : [...path, key],
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

const generatedLabels = new Set([
  "batch.kubernetes.io/controller-uid",
  "batch.kubernetes.io/job-name",
  "controller-uid",
  "job-name",
]);

/** Whether a selector is one the API server wrote itself, as in a Job read back from a cluster. */
function isGenerated(selector: unknown): boolean {
  const keys = Object.keys(recordOf(recordOf(selector)["matchLabels"]));
  return keys.length > 0 && keys.every((key) => generatedLabels.has(key));
}

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
  if (
    isGiven(value["selector"]) &&
    !isGenerated(value["selector"]) &&
    value["manualSelector"] !== true &&
    !excerpt
  ) {
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

const schedulingGatesUnique: Rule = (value, context) =>
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
  "core_v1#PodSpec": [schedulingGatesUnique],
  "batch_v1#JobSpec": [job],
  "batch_v1#CronJobSpec": [cronJob],
};
