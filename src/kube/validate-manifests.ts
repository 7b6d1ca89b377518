import type { Finding, Span } from "../finding/finding.ts";
import { makeFinding } from "../finding/make-finding.ts";
import { sortFindings } from "../finding/sort-findings.ts";
import type { TextOrigin, YamlDocument, YamlPath } from "../yaml/yaml-types.ts";
import { checkValue } from "./check-value.ts";
import { SchemaRegistry } from "./compile-schema.ts";
import type { Fault } from "./fault.ts";
import { findSchema, isBuiltInGroup } from "./find-schema.ts";
import { checkLifecycle, fieldLifecycleRules } from "./lifecycle/check-lifecycle.ts";
import { newestVersion } from "./lifecycle/kubernetes-version.ts";
import { type ManifestObject, parseManifests } from "./parse-manifests.ts";
import { checkReferences } from "./references/check-references.ts";
import type { RuleTable } from "./rule.ts";
import { mergeRules, rules } from "./rules/index.ts";
import { checkObjectNames, checkSpecGiven } from "./rules/object-names.ts";
import type { SchemaSource } from "./schema-types.ts";
import { applySuppressions } from "./suppressions.ts";

/** How manifests are checked. */
export interface ValidateOptions {
  schemas: SchemaSource;
  /** Version of the cluster they are meant for, such as `1.33`; default the newest one known. */
  kubernetesVersion?: string;
  /** Whether custom kinds without a schema go without a warning; they are `skipped` either way. */
  ignoreMissingSchemas?: boolean;
  /** Whether the objects are one set: repeats and references between them are checked; default true. */
  references?: boolean;
}

/** A text of manifests and where it comes from. */
export interface ManifestText {
  text: string;
  origin: TextOrigin;
}

/** What became of one object. */
export interface CheckedResource {
  file: string;
  line: number;
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
  /** skipped: nothing is known of the kind; error: the document could not be read. */
  status: "valid" | "invalid" | "skipped" | "error";
  /** Why an object was skipped or could not be read. */
  reason?: string;
}

/** Findings about all texts, sorted, and every object that was met, in order. */
export interface ValidationResult {
  findings: Finding[];
  resources: CheckedResource[];
  /** Number of findings that annotations silence, with their reasons. */
  suppressed: number;
}

/** Checks manifests as the API server would, without one. */
export function validateManifests(
  files: readonly ManifestText[],
  options: ValidateOptions,
): ValidationResult {
  const registry = new SchemaRegistry(options.schemas);
  const version = options.kubernetesVersion ?? newestVersion;
  const table = mergeRules(rules, fieldLifecycleRules(version));
  const findings: Finding[] = [];
  const resources: CheckedResource[] = [];
  const checked: { object: ManifestObject; found: Finding[]; skipped: string | undefined; row: number }[] =
    [];
  for (const { text, origin } of files) {
    const parsed = parseManifests(text, origin);
    findings.push(...parsed.findings);
    for (const { file, at, reason } of parsed.unread) {
      resources.push({ file, line: at.line, apiVersion: "", kind: "", name: "", status: "error", reason });
    }
    const duplicates = options.references === false ? undefined : duplicateObjects(parsed.objects);
    for (const object of parsed.objects) {
      const { faults, skipped } = checkObject(object, registry, table, version);
      const found = [...faults, ...(duplicates?.get(object) ?? [])].map((fault) => toFinding(fault, object));
      if (skipped !== undefined && !options.ignoreMissingSchemas) found.push(missingSchema(object, skipped));
      checked.push({ object, found, skipped, row: resources.length });
      resources.push(checkedResource(object, [], skipped));
    }
  }
  if (options.references !== false) {
    const byObject = new Map(checked.map((one) => [one.object, one.found]));
    for (const { object, fault } of checkReferences(checked.map((one) => one.object))) {
      byObject.get(object)?.push(toFinding(fault, object));
    }
  }
  let suppressed = 0;
  for (const { object, found, skipped, row } of checked) {
    const kept = applySuppressions(object, found);
    suppressed += kept.suppressed;
    findings.push(...kept.findings);
    resources[row] = checkedResource(object, kept.findings, skipped);
  }
  return { findings: sortFindings(withoutSurprises(findings)), resources, suppressed };
}

/** Objects written twice in one file: the later one would replace the earlier. */
function duplicateObjects(objects: readonly ManifestObject[]): Map<ManifestObject, Fault[]> {
  const seen = new Map<string, ManifestObject>();
  const faults = new Map<ManifestObject, Fault[]>();
  for (const object of objects) {
    if (object.name === "" || object.name.endsWith("*")) continue;
    const key = `${object.group}/${object.kind}/${object.namespace ?? ""}/${object.name}`;
    const first = seen.get(key);
    if (!first) {
      seen.set(key, object);
      continue;
    }
    const message = `${object.kind} ${object.name} stands twice in this file, first on line ${first.at.line}; the later one replaces the earlier.`;
    const fault: Fault = {
      code: "manifest-duplicate-object",
      path: ["metadata", "name"],
      message,
      fix: "Rename one, or take it out.",
    };
    faults.set(object, [fault]);
  }
  return faults;
}

function checkObject(
  object: ManifestObject,
  registry: SchemaRegistry,
  table: RuleTable,
  version: string,
): { faults: Fault[]; skipped?: string } {
  const lifecycle = checkLifecycle(object, version);
  // Nothing more is worth saying of an object that has to be rewritten for another API.
  if (lifecycle.some((fault) => fault.code === "manifest-removed-api")) return { faults: lifecycle };
  const found = findSchema(object, registry);
  if ("missing" in found) return { faults: lifecycle, skipped: found.missing };
  if ("fault" in found) {
    if (lifecycle.length === 0) return { faults: [found.fault] };
    return { faults: lifecycle, skipped: `No schema of ${object.apiVersion} ${object.kind} is at hand.` };
  }
  const values = checkValue(object.value, found.schema, {
    rules: table,
    kind: object.kind,
    object: object.value,
    custom: isCustom(object),
  });
  return { faults: [...lifecycle, ...checkObjectNames(object), ...checkSpecGiven(object), ...values] };
}

/** Whether a kind is not Kubernetes' own. A Rollout makes pods as a Deployment does, so its template is judged alike. */
function isCustom({ group, kind }: ManifestObject): boolean {
  return !isBuiltInGroup(group) && !(group === "argoproj.io" && kind === "Rollout");
}

/** Leaves out the warning of a surprising value where an error at the same place already says more. */
export function withoutSurprises(findings: readonly Finding[]): Finding[] {
  const errors = new Set(
    findings.filter((one) => one.severity === "error").map((one) => `${one.file}:${one.line}:${one.column}`),
  );
  return findings.filter(
    (one) => one.code !== "yaml-surprising-value" || !errors.has(`${one.file}:${one.line}:${one.column}`),
  );
}

/** Places a fault, whose path starts at the object, in the author's file. */
function toFinding({ code, path, on, message, fix }: Fault, object: ManifestObject): Finding {
  const at = placeOf(object.document, [...object.path, ...path], on);
  return makeFinding({ code, file: object.file, at, message, fix, resource: object.resource });
}

/** The place of a key or value; a mapping or list that starts below its key is shown by the key. */
export function placeOf(document: YamlDocument, path: YamlPath, on: "key" | "value" | undefined): Span {
  const key = document.keyAt(path);
  if (on === "key") return key;
  const value = document.valueAt(path);
  if (value.line <= key.line) return value;
  let content: unknown = document.value;
  for (const step of path) content = (content as Record<string | number, unknown> | undefined)?.[step];
  return typeof content === "object" ? key : value;
}

function missingSchema(object: ManifestObject, reason: string): Finding {
  return toFinding(
    {
      code: "manifest-missing-schema",
      path: ["kind"],
      message: `${reason} The object was not checked.`,
      fix: "Give its CustomResourceDefinition with --schema-location, or pass --ignore-missing-schemas.",
    },
    object,
  );
}

function checkedResource(
  { file, at, apiVersion, kind, namespace, name }: ManifestObject,
  findings: readonly Finding[],
  skipped: string | undefined,
): CheckedResource {
  const invalid = findings.some((finding) => finding.severity === "error");
  return {
    file,
    line: at.line,
    apiVersion,
    kind,
    ...(namespace === undefined ? {} : { namespace }),
    name,
    status: skipped !== undefined ? "skipped" : invalid ? "invalid" : "valid",
    ...(skipped === undefined ? {} : { reason: skipped }),
  };
}
