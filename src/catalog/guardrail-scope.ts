import type {
  CompiledPolicy,
  LabelSelector,
  MatchResources,
  ParamRef,
  ResourceRule,
} from "../guardrail/policy-types.ts";
import { kindsOf, knownGroupVersions, resourceOf } from "../kube/resource-names.ts";

/** Kinds of one API group that a policy looks at. */
export interface ScopeKinds {
  /** `apps/v1`, or `v1` for the core group. */
  apiVersions: string[];
  /** Kinds by name; a resource whose kind nobody described stands as it is written. */
  kinds: string[];
  /** Names of objects, where only some are looked at. */
  names: string[];
}

/** Which requests a policy judges. */
export interface GuardrailScope {
  kinds: ScopeKinds[];
  /** What is done to the objects, in lower case: create, update. */
  operations: string[];
  /** Selects namespaces by their labels, as kubectl's --selector does; empty for every namespace. */
  namespaces: string;
  /** The same by the labels of the objects themselves. */
  objects: string;
  /** Names of the match conditions. */
  conditions: string[];
  /** By which objects it judges, and what holds where there is none: a sentence each. */
  params: string[];
  /** Resources to ask a cluster for so that everything there can be judged: deployments.apps, namespaces. */
  resources: string[];
}

/** Reads off a policy which requests it judges. */
export function guardrailScope(policy: CompiledPolicy): GuardrailScope {
  const { match, matchConditions, bindings } = policy;
  const { resourceRules } = match;
  return {
    kinds: resourceRules.map((rule) => ({
      apiVersions: rule.apiGroups.flatMap((group) =>
        rule.apiVersions.map((version) => (group === "" ? version : `${group}/${version}`)),
      ),
      kinds: rule.resources.map((resource) => kindOf(resource, rule)),
      names: [...rule.resourceNames],
    })),
    operations: [
      ...new Set(resourceRules.flatMap(({ operations }) => operations.map((one) => one.toLowerCase()))),
    ],
    namespaces: selectorText(match.namespaceSelector),
    objects: selectorText(match.objectSelector),
    conditions: matchConditions.map(({ name }) => name),
    params: bindings.flatMap(({ paramRef }) => (paramRef ? paramWords(policy, paramRef) : [])),
    resources: resourcesToAsk(policy, match),
  };
}

/** Kind of a resource by its plural, where one of the rule's groups and versions is known to have it. */
function kindOf(resource: string, { apiGroups, apiVersions }: ResourceRule): string {
  const candidates = knownGroupVersions().filter(
    ({ group, version }) =>
      apiGroups.includes(group) && (apiVersions.includes(version) || apiVersions.includes("*")),
  );
  for (const { group, version } of candidates) {
    const kind = Object.entries(kindsOf(group, version) ?? {}).find(
      ([, plural]) => plural.replace("!", "") === resource,
    )?.[0];
    if (kind !== undefined) return kind;
  }
  return resource;
}

/** A label selector as kubectl's --selector takes it; empty where it selects everything. */
function selectorText({ matchLabels, matchExpressions }: LabelSelector): string {
  return [
    ...Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`),
    ...matchExpressions.map(({ key, operator, values }) => {
      if (operator === "Exists") return key;
      if (operator === "DoesNotExist") return `!${key}`;
      return `${key} ${operator === "In" ? "in" : "notin"} (${values.join(",")})`;
    }),
  ].join(",");
}

function paramWords({ paramKind }: CompiledPolicy, paramRef: ParamRef): string[] {
  if (!paramKind) return [];
  const { name, namespace, selector, parameterNotFoundAction } = paramRef;
  const labels = selector ? selectorText(selector) : "";
  const [version = "", group = ""] = paramKind.apiVersion.split("/").reverse();
  const namespaced = resourceOf(group, version, paramKind.kind)?.namespaced ?? true;
  const which = [
    name === "" ? `Every \`${paramKind.kind}\`` : `The \`${paramKind.kind}\` \`${name}\``,
    ...(labels === "" ? [] : [`with the label \`${labels}\``]),
    ...(namespace === ""
      ? namespaced
        ? ["in the object's own namespace"]
        : []
      : [`in the namespace \`${namespace}\``]),
  ];
  return [
    `${which.join(" ")}.`,
    parameterNotFoundAction === "Allow"
      ? "Where there is none, nothing is judged."
      : "Where there is none, every object is refused.",
  ];
}

/** The configuration of kubeadm is a file; no API server has it. */
const notInClusters = "kubeadm.k8s.io";

/** One group of those that serve the same objects is enough. Subresources and wildcards are nothing to ask for. */
function resourcesToAsk({ paramKind, source }: CompiledPolicy, { resourceRules }: MatchResources): string[] {
  const named = (plural: string, group: string) => (group === "" ? plural : `${plural}.${group}`);
  const judged = resourceRules
    .filter(({ apiGroups: [group] }) => group !== notInClusters)
    .flatMap(({ apiGroups: [group = ""], resources }) => resources.map((resource) => named(resource, group)))
    .filter((resource) => !/[/*]/.test(resource));
  const [version = "", group = ""] = (paramKind?.apiVersion ?? "").split("/").reverse();
  const plural = paramKind && (resourceOf(group, version, paramKind.kind)?.plural ?? `${paramKind.kind}s`);
  const spec = JSON.stringify(source.value["spec"]);
  const byNamespace = /namespaceObject|"namespaceSelector"/.test(spec);
  return [
    ...new Set([
      ...judged,
      ...(plural === undefined ? [] : [named(plural.toLowerCase(), group)]),
      ...(byNamespace ? ["namespaces"] : []),
    ]),
  ];
}
