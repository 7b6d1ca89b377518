import { isCidr, isIp } from "../addresses.ts";
import { dnsLabelProblem, dnsSubdomainProblem, qualifiedNameProblem } from "../names.ts";
import { isGiven, isRecord, listOf, recordOf, shown, textOf } from "../plain-values.ts";
import type { Rule, RuleContext, RuleTable } from "../rule.ts";
import { checkPortNumber, checkPortOrName, checkUnique } from "./field-checks.ts";
import { checkLabels } from "./labels.ts";

/** core validation, ValidateService. */
const service: Rule = (value, context) => {
  const { report, excerpt } = context;
  const type = textOf(value["type"]) || "ClusterIP";
  const ports = listOf(value["ports"]);
  checkLabels(value["selector"], ["selector"], context);
  if (type === "ExternalName") {
    const name = textOf(value["externalName"]);
    if (!name && !excerpt) {
      const message = "A Service of type ExternalName needs externalName.";
      report({
        code: "manifest-missing-field",
        path: ["type"],
        message,
        fix: "Add externalName with a host name.",
      });
    }
    const problem = name ? dnsSubdomainProblem(name.replace(/\.$/, "")) : undefined;
    if (problem !== undefined) {
      const message = `externalName ${shown(name)} ${problem}.`;
      report({ code: "manifest-bad-name", path: ["externalName"], message, fix: "Write a host name." });
    }
  } else if (ports.length === 0 && value["clusterIP"] !== "None" && !excerpt) {
    const message = "The Service has no ports.";
    report({
      code: "manifest-missing-field",
      path: isGiven(value["ports"]) ? ["ports"] : [],
      on: "key",
      message,
      fix: "Add ports.",
    });
  }
  checkPorts(value, type, context);
  const affinity = textOf(value["sessionAffinity"]);
  if (isGiven(value["sessionAffinityConfig"]) && affinity !== "ClientIP" && !excerpt) {
    report({
      code: "manifest-exclusive-fields",
      path: ["sessionAffinityConfig"],
      on: "key",
      message: "sessionAffinityConfig goes with sessionAffinity ClientIP.",
      fix: "Write sessionAffinity: ClientIP, or take it out.",
    });
  }
  const clusterIp = textOf(value["clusterIP"]);
  if (clusterIp && clusterIp !== "None" && !isIp(clusterIp)) {
    const message = `clusterIP is ${shown(clusterIp)}; it is an IP address or None.`;
    report({
      code: "manifest-bad-value",
      path: ["clusterIP"],
      message,
      fix: "Write None for a headless Service, or leave it out.",
    });
  }
  if (clusterIp === "None" && (type === "NodePort" || type === "LoadBalancer")) {
    report({
      code: "manifest-exclusive-fields",
      path: ["clusterIP"],
      message: `A Service of type ${type} needs a cluster IP and cannot be headless.`,
      fix: "Take clusterIP out, or write type: ClusterIP.",
    });
  }
  const external = ["externalTrafficPolicy", "healthCheckNodePort"];
  for (const field of external) {
    if (
      !isGiven(value[field]) ||
      value[field] === "" ||
      type === "NodePort" ||
      type === "LoadBalancer" ||
      excerpt
    )
      continue;
    if (listOf(value["externalIPs"]).length > 0 && field === "externalTrafficPolicy") continue;
    report({
      code: "manifest-exclusive-fields",
      path: [field],
      on: "key",
      message: `${field} goes with a Service of type NodePort or LoadBalancer, and the type is ${type}.`,
      fix: "Take it out, or change the type.",
    });
  }
  if (type !== "LoadBalancer" && !excerpt) {
    for (const field of ["allocateLoadBalancerNodePorts", "loadBalancerClass", "loadBalancerSourceRanges"]) {
      if (!isGiven(value[field]) || (Array.isArray(value[field]) && value[field].length === 0)) continue;
      report({
        code: "manifest-exclusive-fields",
        path: [field],
        on: "key",
        message: `${field} goes with a Service of type LoadBalancer, and the type is ${type}.`,
        fix: "Take it out, or write type: LoadBalancer.",
      });
    }
  }
  const timeout = recordOf(recordOf(value["sessionAffinityConfig"])["clientIP"])["timeoutSeconds"];
  if (typeof timeout === "number" && (timeout < 1 || timeout > 86_400)) {
    const message = `timeoutSeconds is ${timeout}; it is between 1 and 86400.`;
    const path = ["sessionAffinityConfig", "clientIP", "timeoutSeconds"];
    report({ code: "manifest-bad-value", path, message, fix: "Write a number from 1 to 86400." });
  }
  const ranges = listOf(value["loadBalancerSourceRanges"]);
  ranges.forEach((range, index) => {
    if (typeof range !== "string" || isCidr(range.trim())) return;
    const message = `${shown(range)} is no range of addresses.`;
    report({
      code: "manifest-bad-value",
      path: ["loadBalancerSourceRanges", index],
      message,
      fix: "Write one such as 203.0.113.0/24.",
    });
  });
  listOf(value["externalIPs"]).forEach((ip, index) => {
    if (typeof ip !== "string" || isIp(ip)) return;
    const message = `${shown(ip)} is no IP address.`;
    report({
      code: "manifest-bad-value",
      path: ["externalIPs", index],
      message,
      fix: "Write an IP address.",
    });
  });
};

function checkPorts(value: Readonly<Record<string, unknown>>, type: string, context: RuleContext): void {
  const { report, excerpt } = context;
  const ports = listOf(value["ports"]);
  checkUnique(
    ports,
    ["ports"],
    (one) => textOf(one["name"]) || undefined,
    (name) => `The port name ${name} stands twice in this Service.`,
    context,
  );
  checkUnique(
    ports,
    ["ports"],
    (one) =>
      isGiven(one["port"]) ? `${textOf(one["protocol"]) ?? "TCP"} ${String(one["port"])}` : undefined,
    (port) => `The port ${port} stands twice in this Service.`,
    context,
    "port",
  );
  ports.forEach((port, index) => {
    if (!isRecord(port)) return;
    if (ports.length > 1 && !textOf(port["name"]) && !excerpt) {
      report({
        code: "manifest-missing-field",
        path: ["ports", index],
        on: "key",
        message: "With more than one port each needs a name.",
        fix: "Add name.",
      });
    }
    if (isGiven(port["nodePort"]) && port["nodePort"] !== 0 && type === "ClusterIP" && !excerpt) {
      report({
        code: "manifest-exclusive-fields",
        path: ["ports", index, "nodePort"],
        on: "key",
        message: "A Service of type ClusterIP takes no nodePort.",
        fix: "Take it out, or write type: NodePort.",
      });
    }
  });
}

const servicePort: Rule = (value, context) => {
  checkPortNumber(value["port"], ["port"], context);
  checkPortOrName(value["targetPort"] === 0 ? undefined : value["targetPort"], ["targetPort"], context);
  if (value["nodePort"] !== 0) checkPortNumber(value["nodePort"], ["nodePort"], context);
  const name = textOf(value["name"]);
  const problem = name ? dnsLabelProblem(name) : undefined;
  if (problem !== undefined) {
    const message = `The port name ${shown(name)} ${problem}.`;
    context.report({ code: "manifest-bad-port", path: ["name"], message, fix: "Write a name such as http." });
  }
  const protocol = textOf(value["appProtocol"]);
  if (protocol && qualifiedNameProblem(protocol) !== undefined) {
    const message = `appProtocol ${shown(protocol)} ${qualifiedNameProblem(protocol)}.`;
    context.report({
      code: "manifest-bad-name",
      path: ["appProtocol"],
      message,
      fix: "Write a name such as http or kubernetes.io/h2c.",
    });
  }
};

/** Rules of Services. */
export const serviceRules: RuleTable = {
  "core_v1#ServiceSpec": [service],
  "core_v1#ServicePort": [servicePort],
};
