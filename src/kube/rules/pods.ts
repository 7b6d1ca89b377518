import { nearestName } from "../../finding/nearest-name.ts";
import { isIp } from "../addresses.ts";
import { dnsLabelProblem, dnsSubdomainProblem, qualifiedNameProblem } from "../names.ts";
import { isGiven, isRecord, listOf, recordOf, shown, textOf } from "../plain-values.ts";
import type { Rule, RuleContext, RuleTable } from "../rule.ts";
import { checkUnique } from "./field-checks.ts";
import { checkLabels } from "./labels.ts";

/** Names of all volumes a pod's containers may mount; claims of a StatefulSet come on top. */
function volumeNames(spec: Readonly<Record<string, unknown>>): Set<string> {
  return new Set(
    listOf(spec["volumes"]).flatMap((one) => (isRecord(one) ? (textOf(one["name"]) ?? []) : [])),
  );
}

/** Reports mounts and devices of volumes that do not exist. */
export function checkMounts(
  spec: Readonly<Record<string, unknown>>,
  path: readonly (string | number)[],
  extra: readonly string[],
  { report, excerpt }: RuleContext,
): void {
  if (excerpt) return;
  const names = volumeNames(spec);
  for (const name of extra) names.add(name);
  for (const list of ["initContainers", "containers", "ephemeralContainers"]) {
    listOf(spec[list]).forEach((container, index) => {
      for (const field of ["volumeMounts", "volumeDevices"]) {
        listOf(recordOf(container)[field]).forEach((mount, place) => {
          const name = textOf(recordOf(mount)["name"]);
          if (name === undefined || names.has(name)) return;
          const near = nearestName(name, names);
          report({
            code: "manifest-unknown-volume",
            path: [...path, list, index, field, place, "name"],
            message: `The container mounts the volume ${shown(name)}, which the pod does not have.`,
            fix:
              near === undefined
                ? `Add a volume named ${name} to spec.volumes, or take the mount out.`
                : `Write ${near}, or add a volume named ${name}.`,
          });
        });
      }
    });
  }
}

/** core validation, ValidatePodSpec. */
const podSpec: Rule = (value, context) => {
  const { report, excerpt } = context;
  const twice = (what: string) => (name: string) => `The ${what} name ${name} stands twice in this pod.`;
  checkUnique(value["volumes"], ["volumes"], (one) => textOf(one["name"]), twice("volume"), context);
  checkContainerNames(value, context);
  if (!excerpt && Array.isArray(value["containers"]) && value["containers"].length === 0) {
    const message = "The pod has no container.";
    report({
      code: "manifest-missing-field",
      path: ["containers"],
      on: "key",
      message,
      fix: "Add a container.",
    });
  }
  if (context.kind !== "StatefulSet") checkMounts(value, [], [], context);
  checkLabels(value["nodeSelector"], ["nodeSelector"], context);
  const dns = recordOf(value["dnsConfig"]);
  if (value["dnsPolicy"] === "None" && listOf(dns["nameservers"]).length === 0 && !excerpt) {
    report({
      code: "manifest-missing-field",
      path: ["dnsPolicy"],
      message: "With dnsPolicy None the pod needs dnsConfig.nameservers.",
      fix: "Add dnsConfig with nameservers.",
    });
  }
  for (const field of ["terminationGracePeriodSeconds", "activeDeadlineSeconds"]) {
    const seconds = value[field];
    const least = field === "activeDeadlineSeconds" ? 1 : 0;
    if (typeof seconds !== "number" || seconds >= least) continue;
    const message = `${field} is ${seconds}; it cannot be less than ${least}.`;
    report({ code: "manifest-bad-value", path: [field], message, fix: `Write ${least} or more.` });
  }
  for (const field of ["hostname", "subdomain"]) checkName(value[field], [field], dnsLabelProblem, context);
  for (const field of ["serviceAccountName", "priorityClassName", "runtimeClassName", "nodeName"]) {
    checkName(value[field], [field], dnsSubdomainProblem, context);
  }
  if (value["hostNetwork"] === true) checkHostPorts(value, context);
  checkHostPortsOnce(value, context);
  if (value["shareProcessNamespace"] === true && value["hostPID"] === true) {
    report({
      code: "manifest-exclusive-fields",
      path: ["shareProcessNamespace"],
      on: "key",
      message: "A pod cannot have shareProcessNamespace and hostPID.",
      fix: "Take one of the two out.",
    });
  }
  listOf(value["hostAliases"]).forEach((alias, index) => {
    const ip = textOf(recordOf(alias)["ip"]);
    if (ip === undefined || isIp(ip)) return;
    const message = `hostAliases takes an IP address, and ${shown(ip)} is none.`;
    report({
      code: "manifest-bad-value",
      path: ["hostAliases", index, "ip"],
      message,
      fix: "Write an IP address.",
    });
  });
};

function checkName(
  value: unknown,
  path: readonly string[],
  check: (text: string) => string | undefined,
  { report }: RuleContext,
): void {
  const text = textOf(value);
  const problem = text === undefined || text === "" ? undefined : check(text);
  if (problem === undefined) return;
  const message = `${path.at(-1)} ${shown(text)} ${problem}.`;
  report({
    code: "manifest-bad-name",
    path,
    message,
    fix: "Write the name of an object or host in lower case.",
  });
}

/** Names of containers are unique across all lists of a pod. */
function checkContainerNames(spec: Readonly<Record<string, unknown>>, { report }: RuleContext): void {
  const seen = new Set<string>();
  for (const list of ["initContainers", "containers", "ephemeralContainers"]) {
    listOf(spec[list]).forEach((container, index) => {
      const name = textOf(recordOf(container)["name"]);
      if (name === undefined) return;
      if (seen.has(name)) {
        const message = `The container name ${name} stands twice in this pod.`;
        report({
          code: "manifest-duplicate-name",
          path: [list, index, "name"],
          message,
          fix: "Give each its own.",
        });
      }
      seen.add(name);
    });
  }
  listOf(spec["initContainers"]).forEach((container, index) => {
    const one = recordOf(container);
    if (one["restartPolicy"] === "Always") return;
    for (const field of ["lifecycle", "livenessProbe", "readinessProbe", "startupProbe"]) {
      if (!isGiven(one[field])) continue;
      report({
        code: "manifest-exclusive-fields",
        path: ["initContainers", index, field],
        on: "key",
        message: `An init container runs to its end, so it takes no ${field}.`,
        fix: "Take it out, or make it a sidecar with restartPolicy: Always.",
      });
    }
  });
}

/** On the host's network a port of the container is a port of the host. */
function checkHostPorts(spec: Readonly<Record<string, unknown>>, { report }: RuleContext): void {
  listOf(spec["containers"]).forEach((container, index) => {
    listOf(recordOf(container)["ports"]).forEach((port, place) => {
      const { hostPort, containerPort } = recordOf(port) as { hostPort?: unknown; containerPort?: unknown };
      if (typeof hostPort !== "number" || hostPort === containerPort) return;
      report({
        code: "manifest-bad-port",
        path: ["containers", index, "ports", place, "hostPort"],
        message: `With hostNetwork the hostPort ${hostPort} has to be the containerPort ${shown(containerPort)}.`,
        fix: "Write the same port, or leave hostPort out.",
      });
    });
  });
}

/** core validation, checkHostPortConflicts: a port of the host goes to one container. */
function checkHostPortsOnce(spec: Readonly<Record<string, unknown>>, { report }: RuleContext): void {
  const seen = new Set<string>();
  listOf(spec["containers"]).forEach((container, index) => {
    listOf(recordOf(container)["ports"]).forEach((port, place) => {
      const { hostPort, hostIP, protocol } = recordOf(port) as Record<string, unknown>;
      if (typeof hostPort !== "number" || hostPort === 0) return;
      const key = `${textOf(protocol) || "TCP"} ${textOf(hostIP) ?? ""} ${hostPort}`;
      if (seen.has(key)) {
        report({
          code: "manifest-duplicate-name",
          path: ["containers", index, "ports", place, "hostPort"],
          message: `The hostPort ${hostPort} is taken twice in this pod.`,
          fix: "Give each its own.",
        });
      }
      seen.add(key);
    });
  });
}

/** core validation, ValidateTolerations. */
const toleration: Rule = (value, { report, excerpt }) => {
  const key = textOf(value["key"]) ?? "";
  const operator = textOf(value["operator"]) ?? "Equal";
  if (key === "" && operator !== "Exists" && !excerpt) {
    report({
      code: "manifest-missing-field",
      path: [],
      on: "key",
      message: "A toleration without a key tolerates every taint and needs operator Exists.",
      fix: "Add key, or write operator: Exists.",
    });
  }
  if (operator === "Exists" && textOf(value["value"])) {
    report({
      code: "manifest-exclusive-fields",
      path: ["value"],
      on: "key",
      message: "The operator Exists takes no value.",
      fix: "Take the value out, or write operator: Equal.",
    });
  }
  const keyProblem = key === "" ? undefined : qualifiedNameProblem(key);
  if (keyProblem !== undefined) {
    const message = `The taint ${shown(key)} ${keyProblem}.`;
    report({ code: "manifest-bad-name", path: ["key"], message, fix: "Write the key of a taint." });
  }
  const effect = textOf(value["effect"]) ?? "";
  if (isGiven(value["tolerationSeconds"]) && effect !== "NoExecute" && !excerpt) {
    report({
      code: "manifest-exclusive-fields",
      path: ["tolerationSeconds"],
      on: "key",
      message: `tolerationSeconds goes with effect NoExecute, and the effect is ${effect || "not given"}.`,
      fix: "Write effect: NoExecute, or take tolerationSeconds out.",
    });
  }
};

const spread: Rule = (value, { report }) => {
  for (const field of ["maxSkew", "minDomains"]) {
    const number = value[field];
    if (typeof number !== "number" || number > 0) continue;
    const message = `${field} is ${number}; it has to be more than 0.`;
    report({ code: "manifest-bad-value", path: [field], message, fix: "Write 1 or more." });
  }
  checkTopologyKey(value, report);
};

const affinityTerm: Rule = (value, { report }) => checkTopologyKey(value, report);

function checkTopologyKey(value: Readonly<Record<string, unknown>>, report: RuleContext["report"]): void {
  if (value["topologyKey"] !== "") return;
  const message = "topologyKey is empty, so there is nothing to spread over.";
  const fix = "Write a node label such as kubernetes.io/hostname.";
  report({ code: "manifest-missing-field", path: ["topologyKey"], on: "key", message, fix });
}

const weighted: Rule = (value, { report }) => {
  const weight = value["weight"];
  if (typeof weight !== "number" || (weight >= 1 && weight <= 100)) return;
  const message = `weight is ${weight}; it is between 1 and 100.`;
  report({ code: "manifest-bad-value", path: ["weight"], message, fix: "Write a number from 1 to 100." });
};

const nodeSelector: Rule = (value, { report, excerpt }) => {
  const terms = value["nodeSelectorTerms"];
  if (excerpt || !Array.isArray(terms) || terms.length > 0) return;
  const message = "nodeSelectorTerms is empty and would match no node.";
  report({
    code: "manifest-missing-field",
    path: ["nodeSelectorTerms"],
    on: "key",
    message,
    fix: "Add a term.",
  });
};

export const podRules: RuleTable = {
  "core_v1#PodSpec": [podSpec],
  "core_v1#Toleration": [toleration],
  "core_v1#TopologySpreadConstraint": [spread],
  "core_v1#PodAffinityTerm": [affinityTerm],
  "core_v1#WeightedPodAffinityTerm": [weighted],
  "core_v1#PreferredSchedulingTerm": [weighted],
  "core_v1#NodeSelector": [nodeSelector],
};
