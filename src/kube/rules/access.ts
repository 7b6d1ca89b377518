import { dnsSubdomainProblem } from "../names.ts";
import { isGiven, isRecord, listOf, recordOf, shown, textOf } from "../plain-values.ts";
import type { Rule, RuleTable } from "../rule.ts";

const rbacGroup = "rbac.authorization.k8s.io";

/** rbac validation, ValidateRoleBinding and ValidateClusterRoleBinding. */
const binding: Rule = (value, { report, kind }) => {
  const role = recordOf(value["roleRef"]);
  const group = textOf(role["apiGroup"]);
  if (group !== undefined && group !== "" && group !== rbacGroup) {
    const message = `roleRef.apiGroup is ${shown(group)}; roles belong to ${rbacGroup}.`;
    report({ code: "manifest-bad-enum", path: ["roleRef", "apiGroup"], message, fix: `Write ${rbacGroup}.` });
  }
  const kinds = kind === "ClusterRoleBinding" ? ["ClusterRole"] : ["Role", "ClusterRole"];
  const roleKind = textOf(role["kind"]);
  if (roleKind !== undefined && !kinds.includes(roleKind)) {
    const message = `roleRef.kind is ${shown(roleKind)}; a ${kind} refers to a ${kinds.join(" or ")}.`;
    report({
      code: "manifest-bad-enum",
      path: ["roleRef", "kind"],
      message,
      fix: `Write ${kinds.join(" or ")}.`,
    });
  }
  listOf(value["subjects"]).forEach((subject, index) => {
    if (!isRecord(subject)) return;
    const type = textOf(subject["kind"]);
    const subjectGroup = textOf(subject["apiGroup"]) ?? "";
    const path = ["subjects", index];
    if (type === "ServiceAccount") {
      if (subjectGroup !== "") {
        const message = `A ServiceAccount belongs to the core group, and apiGroup is ${shown(subjectGroup)}.`;
        report({
          code: "manifest-bad-enum",
          path: [...path, "apiGroup"],
          message,
          fix: "Take apiGroup out.",
        });
      }
      const account = textOf(subject["name"]);
      const problem = account && account !== "*" ? dnsSubdomainProblem(account) : undefined;
      if (problem !== undefined) {
        const message = `The name ${shown(account)} ${problem}.`;
        const fix = "Write the name of a ServiceAccount.";
        report({ code: "manifest-bad-name", path: [...path, "name"], message, fix });
      }
      if (!textOf(subject["namespace"]) && kind === "ClusterRoleBinding") {
        const message = `The ServiceAccount ${textOf(subject["name"]) ?? ""} has no namespace, which a ClusterRoleBinding needs.`;
        report({ code: "manifest-missing-field", path, on: "key", message, fix: "Add namespace." });
      }
    } else if (type === "User" || type === "Group") {
      if (subjectGroup !== rbacGroup && subjectGroup !== "") {
        const message = `A ${type} belongs to ${rbacGroup}, and apiGroup is ${shown(subjectGroup)}.`;
        report({
          code: "manifest-bad-enum",
          path: [...path, "apiGroup"],
          message,
          fix: `Write ${rbacGroup}.`,
        });
      }
    } else if (type !== undefined) {
      const message = `A subject is a ServiceAccount, User or Group, and kind is ${shown(type)}.`;
      report({
        code: "manifest-bad-enum",
        path: [...path, "kind"],
        message,
        fix: "Write ServiceAccount, User or Group.",
      });
    }
  });
};

/** rbac validation, ValidatePolicyRule. */
const policyRule: Rule = (value, { report, kind, excerpt }) => {
  const urls = listOf(value["nonResourceURLs"]).length > 0;
  if (listOf(value["verbs"]).length === 0 && isGiven(value["verbs"])) {
    const message = "The rule allows no verbs.";
    report({
      code: "manifest-missing-field",
      path: ["verbs"],
      on: "key",
      message,
      fix: "Add verbs such as get, list, watch.",
    });
  }
  if (urls) {
    if (kind === "Role") {
      const message = "A Role cannot speak of nonResourceURLs, which belong to no namespace.";
      report({
        code: "manifest-exclusive-fields",
        path: ["nonResourceURLs"],
        on: "key",
        message,
        fix: "Make it a ClusterRole.",
      });
    }
    const others = ["apiGroups", "resources", "resourceNames"].filter(
      (field) => listOf(value[field]).length > 0,
    );
    if (others[0] !== undefined) {
      const message = `A rule speaks of resources or of nonResourceURLs, and this one has ${others.join(" and ")} too.`;
      report({
        code: "manifest-exclusive-fields",
        path: [others[0]],
        on: "key",
        message,
        fix: "Make two rules of it.",
      });
    }
    return;
  }
  if (excerpt) return;
  for (const [field, example] of [
    ["apiGroups", '[""] for the core group'],
    ["resources", "[pods]"],
  ] as const) {
    if (listOf(value[field]).length > 0) continue;
    const message = `The rule has no ${field}.`;
    report({
      code: "manifest-missing-field",
      path: isGiven(value[field]) ? [field] : [],
      on: "key",
      message,
      fix: `Add ${field}, such as ${example}.`,
    });
  }
};

export const accessRules: RuleTable = {
  "rbac.authorization.k8s.io_v1#RoleBinding": [binding],
  "rbac.authorization.k8s.io_v1#ClusterRoleBinding": [binding],
  "rbac.authorization.k8s.io_v1#PolicyRule": [policyRule],
};
