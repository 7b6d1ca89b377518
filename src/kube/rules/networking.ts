import { isCidr, isInside, isIp } from "../addresses.ts";
import { dnsSubdomainProblem } from "../names.ts";
import { isGiven, listOf, recordOf, shown, textOf } from "../plain-values.ts";
import type { Rule, RuleTable } from "../rule.ts";
import { checkOneOf, checkPortNumber, checkPortOrName } from "./field-checks.ts";

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

/** networking validation, ValidateIngressCreate: the old annotation and the field have to agree. */
const ingressClassNamedOnce: Rule = (value, { report }) => {
  const old = textOf(recordOf(recordOf(value["metadata"])["annotations"])[oldClass]);
  const name = textOf(recordOf(value["spec"])["ingressClassName"]);
  if (old === undefined || name === undefined || old === name) return;
  report({
    code: "manifest-exclusive-fields",
    path: ["metadata", "annotations", oldClass],
    on: "key",
    message: `The annotation names the class ${shown(old)}, and ingressClassName is ${shown(name)}.`,
    fix: "Take the annotation out.",
  });
};

const oldClass = "kubernetes.io/ingress.class";

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
  "core_v1#EndpointAddress": [endpointAddress],
  "networking.k8s.io_v1#Ingress": [ingressClassNamedOnce],
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
