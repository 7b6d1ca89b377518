import { dataKeyProblem, qualifiedNameProblem } from "../names.ts";
import { isGiven, isRecord, listOf, recordOf, shown, textOf } from "../plain-values.ts";
import { parseQuantity } from "../quantity.ts";
import type { Rule, RuleContext, RuleTable } from "../rule.ts";
import { checkAtLeast, checkOneOf } from "./field-checks.ts";
import { inTreeVolumeSources } from "./in-tree-volume-sources.ts";

function checkAccessModes(value: Readonly<Record<string, unknown>>, { report, excerpt }: RuleContext): void {
  const modes = listOf(value["accessModes"]);
  if (modes.length === 0 && !excerpt) {
    const message = "There are no accessModes.";
    const path = isGiven(value["accessModes"]) ? ["accessModes"] : [];
    report({
      code: "manifest-missing-field",
      path,
      on: "key",
      message,
      fix: "Add accessModes, such as [ReadWriteOnce].",
    });
  }
  if (modes.includes("ReadWriteOncePod") && modes.length > 1) {
    const message = "ReadWriteOncePod cannot be combined with other access modes.";
    report({ code: "manifest-exclusive-fields", path: ["accessModes"], message, fix: "Keep one." });
  }
}

/** core validation, ValidatePersistentVolumeClaimSpec. */
const claim: Rule = (value, context) => {
  const { report, excerpt } = context;
  checkAccessModes(value, context);
  const storage = recordOf(recordOf(value["resources"])["requests"])["storage"];
  if (!isGiven(storage)) {
    if (excerpt) return;
    const message = "The claim does not say how much storage it wants.";
    const path = isGiven(value["resources"]) ? ["resources"] : [];
    report({
      code: "manifest-missing-field",
      path,
      on: "key",
      message,
      fix: "Add resources.requests.storage.",
    });
    return;
  }
  const amount = parseQuantity(storage);
  if (amount !== undefined && amount <= 0) {
    const message = `The claim wants ${shown(storage)} of storage; it has to be more than 0.`;
    report({
      code: "manifest-bad-quantity",
      path: ["resources", "requests", "storage"],
      message,
      fix: "Write more than 0.",
    });
  }
};

const volumeSources = ["csi", "nfs", "hostPath", "local", ...inTreeVolumeSources];

/** core validation, ValidatePersistentVolumeSpec. */
const volume: Rule = (value, context) => {
  const { report, excerpt } = context;
  checkAccessModes(value, context);
  checkOneOf(value, volumeSources, "The volume", context);
  if (!isGiven(recordOf(value["capacity"])["storage"]) && !excerpt) {
    const message = "The volume does not say how large it is.";
    const path = isGiven(value["capacity"]) ? ["capacity"] : [];
    report({ code: "manifest-missing-field", path, on: "key", message, fix: "Add capacity.storage." });
  }
  if (isGiven(value["local"]) && !isGiven(value["nodeAffinity"]) && !excerpt) {
    const message = "A local volume needs nodeAffinity, which says on which node it is.";
    report({ code: "manifest-missing-field", path: ["local"], on: "key", message, fix: "Add nodeAffinity." });
  }
};

function checkKeys(data: unknown, field: string, { report }: RuleContext): void {
  if (!isRecord(data)) return;
  for (const key of Object.keys(data)) {
    const problem = dataKeyProblem(key);
    if (problem === undefined) continue;
    const message = `The key ${shown(key)} ${problem}.`;
    report({
      code: "manifest-bad-name",
      path: [field, key],
      on: "key",
      message,
      fix: "Write a name such as app.properties.",
    });
  }
}

const oneMebibyte = 1024 * 1024;

/** Sizes count after decoding; four characters of base64 are three bytes. */
function checkSize(plain: unknown, encoded: unknown, context: RuleContext): void {
  let size = 0;
  for (const text of Object.values(recordOf(plain))) if (typeof text === "string") size += text.length;
  for (const text of Object.values(recordOf(encoded))) {
    if (typeof text === "string") size += (text.length * 3) / 4;
  }
  if (size <= oneMebibyte) return;
  const message = `The data has ${Math.round(size)} characters, and ${oneMebibyte} bytes are allowed.`;
  context.report({
    code: "manifest-bad-value",
    path: ["data"],
    on: "key",
    message,
    fix: "Split it, or keep it elsewhere.",
  });
}

/** core validation, ValidateConfigMap. */
const configMap: Rule = (value, context) => {
  checkKeys(value["data"], "data", context);
  checkKeys(value["binaryData"], "binaryData", context);
  checkSize(value["data"], value["binaryData"], context);
  const data = recordOf(value["data"]);
  for (const key of Object.keys(recordOf(value["binaryData"]))) {
    if (!Object.hasOwn(data, key)) continue;
    const message = `The key ${key} stands in data and in binaryData.`;
    context.report({
      code: "manifest-duplicate-name",
      path: ["binaryData", key],
      on: "key",
      message,
      fix: "Keep one.",
    });
  }
};

/** Keys a Secret's type requires: all of the first list, or one of the second. */
const secretKeys: Record<string, { all?: readonly string[]; one?: readonly string[] }> = {
  "kubernetes.io/tls": { all: ["tls.crt", "tls.key"] },
  "kubernetes.io/dockerconfigjson": { all: [".dockerconfigjson"] },
  "kubernetes.io/dockercfg": { all: [".dockercfg"] },
  "kubernetes.io/basic-auth": { one: ["username", "password"] },
  "kubernetes.io/ssh-auth": { all: ["ssh-privatekey"] },
};

/** core validation, ValidateSecret. */
const secret: Rule = (value, context) => {
  const { report, excerpt } = context;
  checkKeys(value["data"], "data", context);
  checkKeys(value["stringData"], "stringData", context);
  checkSize(value["stringData"], value["data"], context);
  const type = textOf(value["type"]);
  const account = recordOf(recordOf(value["metadata"])["annotations"])["kubernetes.io/service-account.name"];
  if (type === "kubernetes.io/service-account-token" && !textOf(account) && !excerpt) {
    const message = "A Secret of this type needs the annotation kubernetes.io/service-account.name.";
    report({ code: "manifest-missing-field", path: ["type"], message, fix: "Add the annotation." });
  }
  const needs = type !== undefined && Object.hasOwn(secretKeys, type) ? secretKeys[type] : undefined;
  if (!needs || excerpt) return;
  const keys = new Set([
    ...Object.keys(recordOf(value["data"])),
    ...Object.keys(recordOf(value["stringData"])),
  ]);
  const missing = needs.all?.filter((key) => !keys.has(key)) ?? [];
  if (missing.length > 0 || (needs.one && !needs.one.some((key) => keys.has(key)))) {
    const names = missing.length > 0 ? missing.join(" and ") : (needs.one ?? []).join(" or ");
    const message = `A Secret of type ${type} needs the key ${names}.`;
    report({
      code: "manifest-missing-field",
      path: ["type"],
      message,
      fix: `Add ${names}, or correct the type.`,
    });
  }
};

/** What a quota may count without a prefix: core/helper, IsStandardQuotaResourceName. */
const quotaResource =
  /^(?:(?:requests\.|limits\.)?(?:cpu|memory|ephemeral-storage)|requests\.storage|(?:requests\.|limits\.)?hugepages-.+|pods|services(?:\.nodeports|\.loadbalancers)?|replicationcontrollers|resourcequotas|secrets|configmaps|persistentvolumeclaims)$/;

const quota: Rule = (value, { report }) => {
  for (const [name, amount] of Object.entries(recordOf(value["hard"]))) {
    if (!name.includes("/") && !quotaResource.test(name)) {
      const message = `A quota cannot count ${shown(name)}.`;
      const fix = "Write one such as requests.cpu, limits.memory, pods or count/deployments.apps.";
      report({ code: "manifest-bad-name", path: ["hard", name], on: "key", message, fix });
    }
    const number = parseQuantity(amount);
    if (number === undefined || number >= 0) continue;
    const message = `The quota of ${name} is ${shown(amount)}; it cannot be less than 0.`;
    report({ code: "manifest-bad-quantity", path: ["hard", name], message, fix: "Write 0 or more." });
  }
};

/** core validation, ValidateLimitRange: min, defaultRequest, default and max rise in this order. */
const limitRange: Rule = (value, { report }) => {
  const type = textOf(value["type"]);
  if (type && !type.includes("/") && !["Container", "Pod", "PersistentVolumeClaim"].includes(type)) {
    const message = `type is ${shown(type)}; allowed is Container, Pod, PersistentVolumeClaim.`;
    report({ code: "manifest-bad-enum", path: ["type"], message, fix: "Write one of these." });
  }
  const order = ["min", "defaultRequest", "default", "max"];
  const resources = new Set(order.flatMap((field) => Object.keys(recordOf(value[field]))));
  for (const resource of resources) {
    let lower: { field: string; amount: number } | undefined;
    for (const field of order) {
      const amount = parseQuantity(recordOf(value[field])[resource]);
      if (amount === undefined) continue;
      if (lower && amount < lower.amount) {
        const message = `${field} of ${resource} is less than ${lower.field}.`;
        report({
          code: "manifest-bad-range",
          path: [field, resource],
          message,
          fix: `Raise ${field} or lower ${lower.field}.`,
        });
        break;
      }
      lower = { field, amount };
    }
  }
};

/** The classes every cluster has; their priorities are fixed. */
const systemPriorities: Readonly<Record<string, number>> = {
  "system-cluster-critical": 2_000_000_000,
  "system-node-critical": 2_000_001_000,
};

/** scheduling validation, ValidatePriorityClass. */
const priorityClass: Rule = (value, { report }) => {
  const priority = value["value"];
  const name = textOf(recordOf(value["metadata"])["name"]) ?? "";
  if (Object.hasOwn(systemPriorities, name) && systemPriorities[name] === priority) return;
  if (name.startsWith("system-")) {
    const message = `The name ${shown(name)} is kept for classes of the system.`;
    const fix = "Write a name that does not start with system-.";
    report({ code: "manifest-bad-name", path: ["metadata", "name"], message, fix });
  }
  if (typeof priority === "number" && priority > 1_000_000_000) {
    const message = `The priority is ${priority}; above 1000000000 it belongs to the system.`;
    report({ code: "manifest-bad-value", path: ["value"], message, fix: "Write 1000000000 or less." });
  }
};

/** storage validation, validateProvisioner. */
const storageClass: Rule = (value, { report }) => {
  const provisioner = textOf(value["provisioner"]);
  const problem = provisioner ? qualifiedNameProblem(provisioner.toLowerCase()) : undefined;
  if (problem === undefined) return;
  const message = `The provisioner ${shown(provisioner)} ${problem}.`;
  const fix = "Write the name of a driver, such as ebs.csi.aws.com.";
  report({ code: "manifest-bad-name", path: ["provisioner"], message, fix });
};

/** coordination validation, ValidateLeaseSpec. */
const lease: Rule = (value, context) => {
  checkAtLeast(value, ["leaseDurationSeconds"], 1, context);
  checkAtLeast(value, ["leaseTransitions"], 0, context);
};

export const storageRules: RuleTable = {
  "core_v1#PersistentVolumeClaimSpec": [claim],
  "core_v1#PersistentVolumeSpec": [volume],
  "core_v1#ConfigMap": [configMap],
  "core_v1#Secret": [secret],
  "core_v1#ResourceQuotaSpec": [quota],
  "core_v1#LimitRangeItem": [limitRange],
  "coordination.k8s.io_v1#LeaseSpec": [lease],
  "scheduling.k8s.io_v1#PriorityClass": [priorityClass],
  "storage.k8s.io_v1#StorageClass": [storageClass],
};
