import { cleanLine } from "./clean-line.ts";
import { findVariableParts, type VariableKind } from "./variable-parts.ts";

/** What stands in place of each kind of variable part. */
const placeholders: Readonly<Record<VariableKind, string>> = {
  time: "<time>",
  identifier: "<id>",
  address: "<address>",
  host: "<host>",
  name: "<name>",
  age: "<age>",
  number: "<number>",
  version: "<version>",
};

/** Domains that belong to Kubernetes, its add-ons and the clouds; a name below one of them is a fact, not a secret. */
const publicDomain =
  /(?:^|\.)(?:kubernetes\.io|k8s\.io|k8s\.aws|gcr\.io|quay\.io|docker\.io|docker\.com|ghcr\.io|github\.com|googleapis\.com|x-k8s\.io|openpolicyagent\.org|istio\.io|cert-manager\.io|coreos\.com|cncf\.io|aquasec\.com|traefik\.io|helm\.sh|fluxcd\.io|argoproj\.io|kyverno\.io)$/i;

/** Paths of fields and names of metrics, which look like domains too. */
const fieldPath =
  /^(?:spec|status|metadata|data|limits|requests|resources|runtime|net|json|context|io|v1|apiextensions|core|apps|batch|policy)\.[a-z]/i;

/** Ends of file names and of code, which look like domains and are none. */
const fileEnding =
  /\.(?:go|py|js|ts|rb|rs|java|cc|c|h|yaml|yml|json|conf|cfg|txt|log|sh|so|toml|service|socket|slice|scope|tar|gz|rpm|deb|pem|crt|key|conflist)$/i;

const ofKind =
  "pods?|containers?|nodes?|namespaces?|ns|services?|svc|deployments?(?:\\.apps)?|replica ?sets?|replicaset|statefulsets?|daemonsets?|jobs?|cronjobs?|secrets?|configmaps?|serviceaccounts?|persistentvolumeclaims?|persistentvolumes?|pvc|pv|volumes?|ingress(?:es)?|users?|groups?|clusters?|releases?|charts?|hosts?|hostname|username|bucket|project|role|zone|exceeded quota";

/**
 * Replaces what names a person, a machine or a thing of somebody's: times, ids, addresses, hosts, images, mail addresses, keys, and the
 * name after a word such as pod, namespace or Secret. What remains is the message. It errs on the side of taking too
 * much; whoever sends the text on should still look at it, since a name can look like any word.
 */
export function anonymiseLine(line: string): string {
  const clean = cleanLine(line)
    .replaceAll(/\b(bearer|basic)\s+[\w.~+/=-]{6,2000}/gi, "$1 <secret>")
    // Keys, tokens and passwords, whatever they look like.
    .replaceAll(
      /\b(password|passwd|pwd|token|secret|api[-_]?key|access[-_]?key)(["']?\s{0,3}[:=]\s{0,3}["']?|\s+)(?!is\b|was\b|has\b|not\b|for\b|in\b|of\b|failed\b|expired\b|"[\w.-]+" not found)[^\s"',;]{4,400}/gi,
      "$1$2<secret>",
    )
    // Whoever is logged in, in addresses: https://user:password@host
    .replaceAll(/\/\/[^/\s@]{1,200}@/g, "//<secret>@")
    // Images, with or without a registry.
    .replaceAll(/\b(image:? +"?)[\w.-]{1,200}(?:[:/@][\w./:@-]{1,300})?/gi, "$1<image>")
    .replaceAll(
      /(?<![\w/.])[\w.-]{2,100}(?::\d{2,5})?\/[\w./-]{1,200}(?::[\w.-]{1,100}|@sha256:[0-9a-f]{8,64})(?![\w/])/g,
      "<image>",
    );
  let text = "";
  let at = 0;
  for (const { start, end, kind } of findVariableParts(clean)) {
    text += clean.slice(at, start) + placeholders[kind];
    at = end;
  }
  return (
    (text + clean.slice(at))
      .replaceAll(/(?<![\w<.-])[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){1,8}(?![\w-])/gi, (name) =>
        publicDomain.test(name) ||
        fileEnding.test(name) ||
        fieldPath.test(name) ||
        !/[a-z]{2,}$/i.test(name) ||
        !/[.-][a-z]{2,}/i.test(name)
          ? name
          : "<host>",
      )
      .replaceAll(
        new RegExp(
          `\\b(${ofKind})((?:\\(s\\))?(?: name)?[ =:/]{1,3}["']?)(?![<(])[a-z0-9][\\w.:@/-]{0,200}`,
          "gi",
        ),
        (whole, kind: string, between: string, offset: number, all: string) =>
          isGrammar(whole.slice(kind.length + between.length)) && !/["'/=]/.test(between)
            ? whole
            : `${all.slice(offset, offset + kind.length)}${between}<name>`,
      )
      .replaceAll(/(["'])[a-z0-9](?:[-a-z0-9_./]{0,250}[a-z0-9])?\1/gi, (quoted) =>
        publicDomain.test(quoted.slice(1, -1)) || isGrammar(quoted.slice(1, -1))
          ? quoted
          : `${quoted[0]}<name>${quoted[0]}`,
      )
      // A pod as the kubelet writes it: name_namespace(uid).
      .replaceAll(/<name>_[a-z0-9-]{1,63}(?=\(|"|\s|$)/g, "<name>")
      .replaceAll(/<name>(?:[-_]<[a-z]+>)+/g, "<name>")
      .trim()
  );
}

/** Words that follow "pod", "node" or "user" in a sentence without being its name. */
function isGrammar(word: string): boolean {
  return /^(?:a|an|and|are|as|at|be|been|but|by|can|cannot|could|did|didn|do|does|had|has|have|if|in|is|it|no|not|of|on|or|s|so|than|that|the|then|there|to|was|were|when|which|while|will|with|without|must|may|should|never|failed|failing|started|stopped|running|ready|status|state|network|sandbox|security|selector|template|account|group|controller|level|type|kind|name|port|process|runtime|image|images|creating|created|deleted|evicted|killed|exceeded|available|unavailable|unschedulable|affinity|condition|conditions|from|for|after|before|during|update|updates|webhook|webhooks|resources?|quota|true|false|null|none|error|warning|info|Pod|Node|Service|Deployment|Ingress|Namespace|ConfigMap|Secret|Job|CronJob|StatefulSet|DaemonSet|v1)\b/.test(
    word,
  );
}
