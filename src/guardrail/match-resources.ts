import type { AdmissionAttributes } from "./admission-attributes.ts";
import { matchSelector, selectsAll } from "./match-selector.ts";
import type { MatchResources, ResourceRule } from "./policy-types.ts";

/**
 * Whether a request is one that `matchConstraints` or `matchResources` speak of, as the API server's matcher decides
 * it: selectors, then exclusions, then resource rules. A match by an equivalent resource does not convert the object.
 * https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/#matching-requests-matchconstraints
 */
export function matchResources(
  match: MatchResources,
  request: AdmissionAttributes,
  namespaceLabels: Readonly<Record<string, unknown>>,
): boolean {
  if (!selectsAll(match.namespaceSelector) && !namespaceMatches(match, request, namespaceLabels))
    return false;
  if (!selectsAll(match.objectSelector) && !objectMatches(match, request)) return false;
  if (matchesRules(match.excludeResourceRules, match, request)) return false;
  return match.resourceRules.length === 0
    ? request.served
    : matchesRules(match.resourceRules, match, request);
}

// A cluster-scoped object other than a Namespace has no namespace to select by, and always passes.
function namespaceMatches(
  { namespaceSelector }: MatchResources,
  request: AdmissionAttributes,
  namespaceLabels: Readonly<Record<string, unknown>>,
): boolean {
  return request.namespace === "" || matchSelector(namespaceSelector, namespaceLabels);
}

function objectMatches({ objectSelector }: MatchResources, request: AdmissionAttributes): boolean {
  const now = request.operation !== "DELETE" && matchSelector(objectSelector, request.labels);
  return now || (request.oldLabels !== undefined && matchSelector(objectSelector, request.oldLabels));
}

function matchesRules(
  rules: readonly ResourceRule[],
  { matchPolicy }: MatchResources,
  request: AdmissionAttributes,
): boolean {
  const candidates = matchPolicy === "Exact" ? [] : equivalents(request);
  return rules.some(
    (rule) =>
      operationMatches(rule, request) &&
      scopeMatches(rule, request) &&
      (rule.resourceNames.length === 0 || rule.resourceNames.includes(request.name)) &&
      [request, ...candidates].some((candidate) => resourceMatches(rule, candidate)),
  );
}

function operationMatches({ operations }: ResourceRule, { operation }: AdmissionAttributes): boolean {
  return operations.includes("*") || operations.includes(operation);
}

function scopeMatches({ scope }: ResourceRule, request: AdmissionAttributes): boolean {
  if (scope === "*") return true;
  const isNamespace = request.group === "" && request.resource === "namespaces";
  const clusterScoped = isNamespace || request.namespace === "";
  return (scope === "Cluster") === clusterScoped;
}

interface Candidate {
  readonly group: string;
  /** A version, or `any` where the versions of a custom kind are not known. */
  readonly version: string;
  readonly resource: string;
  readonly subresource: string;
  readonly served: boolean;
}

function resourceMatches(rule: ResourceRule, candidate: Candidate): boolean {
  const named = (names: readonly string[], name: string) =>
    names.includes(name) || (candidate.served && names.includes("*"));
  return (
    named(rule.apiGroups, candidate.group) &&
    (candidate.version === "any" || named(rule.apiVersions, candidate.version)) &&
    rule.resources.some((pattern) => {
      const [resource = "", subresource = ""] = pattern.split("/");
      return (
        (resource === "*" || resource === candidate.resource) &&
        (subresource === "*" || subresource === candidate.subresource)
      );
    })
  );
}

/** Resources an API server serves under two groups or versions, as of Kubernetes 1.34. */
const servedTwice: readonly (readonly [group: string, version: string, resource: string])[][] = [
  [
    ["", "v1", "events"],
    ["events.k8s.io", "v1", "events"],
  ],
  [
    ["autoscaling", "v1", "horizontalpodautoscalers"],
    ["autoscaling", "v2", "horizontalpodautoscalers"],
  ],
];

/** Other ways the API server serves the same object: `matchPolicy: Equivalent` looks at them too. */
function equivalents(request: AdmissionAttributes): Candidate[] {
  const { group, version, resource, subresource, served } = request;
  if (!isBuiltIn(group)) return [{ group, version: "any", resource, subresource, served }];
  const same =
    servedTwice.find((forms) => forms.some((form) => form[0] === group && form[2] === resource)) ?? [];
  return same
    .filter((form) => form[0] !== group || form[1] !== version)
    .map(([otherGroup, otherVersion]) => ({
      group: otherGroup,
      version: otherVersion,
      resource,
      subresource,
      served,
    }));
}

/** Whether an API group belongs to Kubernetes itself. */
export function isBuiltIn(group: string): boolean {
  return !group.includes(".") || group.endsWith(".k8s.io");
}
