import { pathText } from "../fault.ts";
import { dnsLabelProblem, portNameProblem, qualifiedNameProblem } from "../names.ts";
import { isGiven, isRecord, listOf, recordOf, shown, textOf } from "../plain-values.ts";
import { parseQuantity } from "../quantity.ts";
import type { Rule, RuleTable } from "../rule.ts";
import { checkVariables } from "./environment.ts";
import { checkPortNumber, checkUnique } from "./field-checks.ts";

const port: Rule = (value, context) => {
  checkPortNumber(value["containerPort"], ["containerPort"], context);
  const host = value["hostPort"];
  if (host !== 0) checkPortNumber(host, ["hostPort"], context);
  const name = textOf(value["name"]);
  const problem = name === undefined || name === "" ? undefined : portNameProblem(name);
  if (problem === undefined) return;
  context.report({
    code: "manifest-bad-port",
    path: ["name"],
    message: `The port name ${shown(name)} ${problem}.`,
    fix: "Write up to 15 lower case letters, digits and dashes, such as http or metrics.",
  });
};

/** core validation, ValidateVolumeMounts. */
const mounts: Rule = (value, context) => {
  const { report } = context;
  const same = (path: string) => `The path ${path} is mounted twice.`;
  checkUnique(
    value["volumeMounts"],
    ["volumeMounts"],
    (one) => textOf(one["mountPath"]),
    same,
    context,
    "mountPath",
  );
  listOf(value["volumeMounts"]).forEach((mount, index) => {
    if (!isRecord(mount)) return;
    const path = textOf(mount["mountPath"]);
    if (path === "") {
      const message = "The mount has an empty mountPath.";
      report({
        code: "manifest-bad-path",
        path: ["volumeMounts", index, "mountPath"],
        message,
        fix: "Write an absolute path.",
      });
    }
    for (const field of ["subPath", "subPathExpr"]) {
      const sub = textOf(mount[field]);
      if (sub === undefined || sub === "" || (!sub.startsWith("/") && !sub.split("/").includes("..")))
        continue;
      const message = `${field} is ${shown(sub)}; it is a path inside the volume.`;
      const fix = "Write a relative path without `..`.";
      report({ code: "manifest-bad-path", path: ["volumeMounts", index, field], message, fix });
    }
    if (textOf(mount["subPath"]) && textOf(mount["subPathExpr"])) {
      report({
        code: "manifest-exclusive-fields",
        path: ["volumeMounts", index, "subPathExpr"],
        on: "key",
        message: "The mount has subPath and subPathExpr; only one of them may be given.",
        fix: "Keep one.",
      });
    }
  });
};

/** core validation, validateContainers: names, image, and what its parts say of each other. */
const container: Rule = (value, context) => {
  const { report } = context;
  const name = textOf(value["name"]);
  const problem = name === undefined ? undefined : dnsLabelProblem(name);
  if (problem !== undefined) {
    const message = `The container name ${shown(name)} ${problem}.`;
    const fix = "Write up to 63 lower case letters, digits and dashes.";
    report({ code: "manifest-bad-name", path: ["name"], message, fix });
  }
  const image = value["image"];
  if (!context.excerpt && (!isGiven(image) || image === "")) {
    report({
      code: "manifest-missing-field",
      path: "image" in value ? ["image"] : [],
      on: "key",
      message: `The container ${name ?? ""} has no image.`,
      fix: "Add image.",
    });
  } else if (context.kind === "Pod" && typeof image === "string" && image !== image.trim()) {
    const message = `The image ${shown(image)} starts or ends with white space.`;
    report({ code: "manifest-bad-value", path: ["image"], message, fix: "Take the white space off." });
  }
  checkUnique(
    value["ports"],
    ["ports"],
    (one) => textOf(one["name"]) || undefined,
    (one) => `The port name ${one} stands twice in this container.`,
    context,
  );
  mounts(value, context);
  checkVariables(value["env"], context);
};

/** core validation, validateSecurityContext. */
const securityContext: Rule = (value, { report }) => {
  const escalation = value["allowPrivilegeEscalation"] === false;
  const added = listOf(recordOf(value["capabilities"])["add"]);
  if (escalation && value["privileged"] === true) {
    report({
      code: "manifest-exclusive-fields",
      path: ["allowPrivilegeEscalation"],
      message: "A privileged container cannot have allowPrivilegeEscalation: false.",
      fix: "Take one of the two out.",
    });
  }
  // The API server compares with this spelling alone.
  if (escalation && added.includes("CAP_SYS_ADMIN")) {
    report({
      code: "manifest-exclusive-fields",
      path: ["allowPrivilegeEscalation"],
      message: "A container with the capability CAP_SYS_ADMIN cannot have allowPrivilegeEscalation: false.",
      fix: "Take one of the two out.",
    });
  }
  for (const field of ["runAsUser", "runAsGroup", "fsGroup"]) {
    const id = value[field];
    if (typeof id !== "number" || (id >= 0 && id <= 2 ** 31 - 1)) continue;
    const message = `${field} is ${id}; an id is between 0 and ${2 ** 31 - 1}.`;
    report({ code: "manifest-bad-value", path: [field], message, fix: "Write the id of a user or group." });
  }
};

const seccomp: Rule = (value, context) => {
  const local = value["type"] === "Localhost";
  const profile = isGiven(value["localhostProfile"]);
  if (local && !profile && !context.excerpt) {
    context.report({
      code: "manifest-missing-field",
      path: ["type"],
      message: "A profile of type Localhost needs localhostProfile.",
      fix: "Add localhostProfile with the file's path.",
    });
  }
  if (!local && profile && isGiven(value["type"])) {
    context.report({
      code: "manifest-exclusive-fields",
      path: ["localhostProfile"],
      on: "key",
      message: `localhostProfile goes with type Localhost, and the type is ${shown(value["type"])}.`,
      fix: "Take it out, or write type: Localhost.",
    });
  }
};

const standardResources = /^(?:cpu|memory|ephemeral-storage|hugepages-.+|storage)$/;

/** core validation, ValidateContainerResourceRequirements. */
const resources: Rule = (value, context) => {
  const { report } = context;
  const limits = recordOf(value["limits"]);
  const requests = recordOf(value["requests"]);
  for (const [field, amounts] of [
    ["limits", limits],
    ["requests", requests],
  ] as const) {
    for (const [name, amount] of Object.entries(amounts)) {
      if (!standardResources.test(name) && !name.includes("/")) {
        const meant = name.toLowerCase().startsWith("mem")
          ? "memory"
          : name.toLowerCase().startsWith("cpu")
            ? "cpu"
            : undefined;
        report({
          code: "manifest-bad-name",
          path: [field, name],
          on: "key",
          message: `There is no resource ${shown(name)}; without a prefix there are cpu, memory, ephemeral-storage and hugepages-….`,
          fix: meant
            ? `Write ${meant}.`
            : "Write one of these, or a name with a prefix such as nvidia.com/gpu.",
        });
      } else if (name.includes("/") && qualifiedNameProblem(name) !== undefined) {
        const message = `The resource name ${shown(name)} ${qualifiedNameProblem(name)}.`;
        report({
          code: "manifest-bad-name",
          path: [field, name],
          on: "key",
          message,
          fix: "Write a name such as nvidia.com/gpu.",
        });
      }
      const number = parseQuantity(amount);
      if (number !== undefined && number < 0) {
        const message = `${pathText([field, name])} is ${shown(amount)}; it cannot be less than 0.`;
        report({ code: "manifest-bad-quantity", path: [field, name], message, fix: "Write 0 or more." });
      }
      if (number !== undefined && name.includes("/") && !Number.isInteger(number)) {
        const message = `${name} is counted in whole numbers, and ${shown(amount)} is none.`;
        report({ code: "manifest-bad-quantity", path: [field, name], message, fix: "Write a whole number." });
      }
    }
  }
  for (const [name, amount] of Object.entries(requests)) {
    const request = parseQuantity(amount);
    const limit = parseQuantity(limits[name]);
    if (request === undefined || limit === undefined) continue;
    if (request > limit) {
      report({
        code: "manifest-request-above-limit",
        path: ["requests", name],
        message: `The request of ${shown(amount)} ${name} is above the limit of ${shown(limits[name])}.`,
        fix: "Raise the limit or lower the request.",
      });
    } else if (request !== limit && (name.includes("/") || name.startsWith("hugepages-"))) {
      report({
        code: "manifest-request-above-limit",
        path: ["requests", name],
        message: `The request of ${name} has to equal its limit: ${shown(amount)} and ${shown(limits[name])} differ.`,
        fix: "Write the same number in both, or only the limit.",
      });
    }
  }
};

export const containerRules: RuleTable = {
  "core_v1#Container": [container],
  "core_v1#ContainerPort": [port],
  "core_v1#SecurityContext": [securityContext],
  "core_v1#PodSecurityContext": [securityContext],
  "core_v1#SeccompProfile": [seccomp],
  "core_v1#ResourceRequirements": [resources],
};
