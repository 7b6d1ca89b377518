import type { LabelSelector, MatchResources, ResourceRule } from "./policy-types.ts";

/** A value as an object; an empty one where it is none. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

/** Whether a value is an object with keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** A value as a list; empty where it is none. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A value as text; empty where it is none. */
export function asText(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function asTexts(value: unknown): string[] {
  return asList(value).map(String);
}

/** Reads `matchConstraints` or `matchResources`, with the API's defaults. */
export function readMatchResources(value: unknown): MatchResources {
  const match = asRecord(value);
  return {
    resourceRules: asList(match["resourceRules"]).map(readRule),
    excludeResourceRules: asList(match["excludeResourceRules"]).map(readRule),
    namespaceSelector: readSelector(match["namespaceSelector"]),
    objectSelector: readSelector(match["objectSelector"]),
    matchPolicy: match["matchPolicy"] === "Exact" ? "Exact" : "Equivalent",
  };
}

function readRule(value: unknown): ResourceRule {
  const rule = asRecord(value);
  const scope = rule["scope"];
  return {
    apiGroups: asTexts(rule["apiGroups"]),
    apiVersions: asTexts(rule["apiVersions"]),
    resources: asTexts(rule["resources"]),
    operations: asTexts(rule["operations"]),
    scope: scope === "Cluster" || scope === "Namespaced" ? scope : "*",
    resourceNames: asTexts(rule["resourceNames"]),
  };
}

/** Reads a label selector; an absent one selects everything. */
export function readSelector(value: unknown): LabelSelector {
  const selector = asRecord(value);
  return {
    matchLabels: Object.fromEntries(
      Object.entries(asRecord(selector["matchLabels"])).map(([key, label]) => [key, String(label)]),
    ),
    matchExpressions: asList(selector["matchExpressions"]).map((item) => {
      const expression = asRecord(item);
      return {
        key: asText(expression["key"]),
        operator: asText(expression["operator"]),
        values: asTexts(expression["values"]),
      };
    }),
  };
}
