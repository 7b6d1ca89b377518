import { isCidr, isInside, isIp } from "../addresses.ts";
import { dnsLabelProblem, dnsSubdomainProblem, qualifiedNameProblem } from "../names.ts";
import { isGiven, isRecord, listOf, recordOf, shown, textOf } from "../plain-values.ts";
import type { Rule, RuleContext, RuleTable } from "../rule.ts";
import { checkOneOf, checkPortNumber, checkPortOrName, checkUnique } from "./field-checks.ts";
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

/** networking validation, validateIngressSpec. */
const ingress: Rule = (value, { report, excerpt }) => {
  if (excerpt || isGiven(value["defaultBackend"]) || listOf(value["rules"]).length > 0) return;
  const message = "The Ingress has neither rules nor a defaultBackend, so it routes nothing.";
  report({
    code: "manifest-missing-field",
    path: [],
    on: "key",
    message,
    fix: "Add rules or defaultBackend.",
  });
};

function hostProblem(host: string): string | undefined {
  if (isIp(host)) return "is an IP address, and has to be a name";
  if (!host.includes("*")) return dnsSubdomainProblem(host);
  if (!host.startsWith("*.") || host.slice(1).includes("*"))
    return "has a * in another place than its first part";
  return dnsSubdomainProblem(host.slice(2));
}

const ingressRule: Rule = (value, { report }) => {
  const host = textOf(value["host"]);
  const problem = host ? hostProblem(host) : undefined;
  if (problem === undefined) return;
  const fix = "Write a host name such as shop.example.com or *.example.com.";
  report({ code: "manifest-bad-name", path: ["host"], message: `The host ${shown(host)} ${problem}.`, fix });
};

const ingressTls: Rule = (value, { report }) => {
  listOf(value["hosts"]).forEach((host, index) => {
    const problem = typeof host === "string" ? hostProblem(host) : undefined;
    if (problem === undefined) return;
    const fix = "Write a host name such as shop.example.com.";
    report({
      code: "manifest-bad-name",
      path: ["hosts", index],
      message: `The host ${shown(host)} ${problem}.`,
      fix,
    });
  });
};

const ingressPath: Rule = (value, { report, excerpt }) => {
  const type = textOf(value["pathType"]);
  const path = textOf(value["path"]);
  if (path === undefined || path === "") {
    if (excerpt || (type !== "Exact" && type !== "Prefix")) return;
    const message = `A path of type ${type} has to be written.`;
    report({
      code: "manifest-missing-field",
      path: path === "" ? ["path"] : [],
      on: "key",
      message,
      fix: "Add path: /.",
    });
  } else if (!path.startsWith("/")) {
    const message = `The path ${shown(path)} does not start with a slash.`;
    report({ code: "manifest-bad-path", path: ["path"], message, fix: `Write /${path}.` });
  } else if (type !== "ImplementationSpecific" && /\/\/|\/\.\.?(?:\/|$)|%2[fF]/.test(path)) {
    const message = `The path ${shown(path)} contains //, /./, /../ or %2F.`;
    report({ code: "manifest-bad-path", path: ["path"], message, fix: "Write the path plainly." });
  }
};

const ingressBackend: Rule = (value, context) =>
  checkOneOf(value, ["service", "resource"], "The backend", context);

const backendPort: Rule = (value, context) => {
  checkOneOf(
    {
      ...value,
      name: value["name"] === "" ? undefined : value["name"],
      number: value["number"] === 0 ? undefined : value["number"],
    },
    ["name", "number"],
    "The port of the backend",
    context,
  );
  checkPortNumber(value["number"], ["number"], context);
  checkPortOrName(textOf(value["name"]) || undefined, ["name"], context);
};

/** networking validation, ValidateNetworkPolicyPort. */
const policyPort: Rule = (value, context) => {
  checkPortOrName(value["port"], ["port"], context);
  const end = value["endPort"];
  if (!isGiven(end)) return;
  checkPortNumber(end, ["endPort"], context);
  if (typeof value["port"] !== "number") {
    if (context.excerpt && !isGiven(value["port"])) return;
    const message = "endPort needs a port that is a number.";
    context.report({
      code: "manifest-exclusive-fields",
      path: ["endPort"],
      on: "key",
      message,
      fix: "Write port as a number.",
    });
  } else if (typeof end === "number" && end < value["port"]) {
    const message = `endPort (${end}) is less than port (${value["port"]}).`;
    context.report({
      code: "manifest-bad-range",
      path: ["endPort"],
      message,
      fix: "Write the higher port as endPort.",
    });
  }
};

const policyPeer: Rule = (value, context) => {
  const selectors = ["podSelector", "namespaceSelector"].filter((field) => isGiven(value[field]));
  if (isGiven(value["ipBlock"]) && selectors.length > 0) {
    const message = `A peer has either ipBlock or selectors, and this one has ipBlock and ${selectors.join(" and ")}.`;
    context.report({
      code: "manifest-exclusive-fields",
      path: ["ipBlock"],
      on: "key",
      message,
      fix: "Make two peers of it.",
    });
  }
  if (!isGiven(value["ipBlock"]) && selectors.length === 0 && !context.excerpt) {
    const message = "The peer is empty.";
    const fix = "Add podSelector, namespaceSelector or ipBlock.";
    context.report({ code: "manifest-missing-field", path: [], on: "key", message, fix });
  }
};

const ipBlock: Rule = (value, { report }) => {
  const cidr = textOf(value["cidr"]);
  const problem = (text: string, path: readonly (string | number)[]) =>
    report({
      code: "manifest-bad-value",
      path,
      message: `${shown(text)} is no range of addresses.`,
      fix: isIp(text) ? `Write ${text}/${text.includes(":") ? 128 : 32}.` : "Write one such as 10.0.0.0/8.",
    });
  if (cidr !== undefined && !isCidr(cidr)) problem(cidr, ["cidr"]);
  listOf(value["except"]).forEach((one, index) => {
    if (typeof one !== "string") return;
    if (!isCidr(one)) problem(one, ["except", index]);
    else if (cidr !== undefined && isInside(one, cidr) === false) {
      const message = `The exception ${one} does not lie inside of ${cidr}.`;
      report({
        code: "manifest-bad-range",
        path: ["except", index],
        message,
        fix: "Write a smaller range inside of cidr.",
      });
    }
  });
};

const endpointSlice: Rule = (value, context) => {
  const type = textOf(value["addressType"]);
  listOf(value["endpoints"]).forEach((endpoint, index) => {
    listOf(recordOf(endpoint)["addresses"]).forEach((address, place) => {
      if (typeof address !== "string" || type === "FQDN" || isIp(address)) return;
      const message = `${shown(address)} is no IP address.`;
      const path = ["endpoints", index, "addresses", place];
      context.report({ code: "manifest-bad-value", path, message, fix: "Write an IP address." });
    });
  });
};

const endpointAddress: Rule = (value, { report }) => {
  const ip = textOf(value["ip"]);
  if (ip === undefined || isIp(ip)) return;
  report({
    code: "manifest-bad-value",
    path: ["ip"],
    message: `${shown(ip)} is no IP address.`,
    fix: "Write an IP address.",
  });
};

const ingressClass: Rule = (value, { report }) => {
  const controller = textOf(value["controller"]);
  if (!controller || /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?\/.+$/.test(controller)) return;
  const message = `The controller ${shown(controller)} is no path with a domain in front.`;
  report({
    code: "manifest-bad-name",
    path: ["controller"],
    message,
    fix: "Write one such as example.com/ingress-controller.",
  });
};

export const networkingRules: RuleTable = {
  "core_v1#ServiceSpec": [service],
  "core_v1#ServicePort": [servicePort],
  "core_v1#EndpointAddress": [endpointAddress],
  "networking.k8s.io_v1#IngressSpec": [ingress],
  "networking.k8s.io_v1#IngressRule": [ingressRule],
  "networking.k8s.io_v1#IngressTLS": [ingressTls],
  "networking.k8s.io_v1#HTTPIngressPath": [ingressPath],
  "networking.k8s.io_v1#IngressBackend": [ingressBackend],
  "networking.k8s.io_v1#ServiceBackendPort": [backendPort],
  "networking.k8s.io_v1#NetworkPolicyPort": [policyPort],
  "networking.k8s.io_v1#NetworkPolicyPeer": [policyPeer],
  "networking.k8s.io_v1#IPBlock": [ipBlock],
  "networking.k8s.io_v1#IngressClassSpec": [ingressClass],
  "discovery.k8s.io_v1#EndpointSlice": [endpointSlice],
};
