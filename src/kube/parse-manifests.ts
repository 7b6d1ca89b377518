import type { Finding, ResourceName, Span } from "../finding/finding.ts";
import { makeFinding } from "../finding/make-finding.ts";
import { nearestName } from "../finding/nearest-name.ts";
import { sortFindings } from "../finding/sort-findings.ts";
import { parseYaml } from "../yaml/parse-yaml.ts";
import type { TextOrigin, YamlDocument, YamlPath } from "../yaml/yaml-types.ts";
import { isRecord, textOf } from "./plain-values.ts";

/** One Kubernetes object of a text. */
export interface ManifestObject {
  apiVersion: string;
  kind: string;
  /** API group; "" for the core group. */
  group: string;
  version: string;
  /** metadata.name, or metadata.generateName with a `*`, or "" where neither is given. */
  name: string;
  namespace?: string;
  value: Record<string, unknown>;
  document: YamlDocument;
  /** Path of the object in its document: empty, but for items of a List. */
  path: YamlPath;
  resource: ResourceName;
  file: string;
  at: Span;
}

/** A document or list item that is no object, or could not be read. */
export interface UnreadObject {
  file: string;
  at: Span;
  reason: string;
}

/** What a text of manifests holds. */
export interface ParsedManifests {
  objects: ManifestObject[];
  unread: UnreadObject[];
  findings: Finding[];
}

/**
 * Reads the objects of a manifest text. Lists (`kind: List` and others with `items`) give their items.
 * Empty documents are passed over; a document that is no object is a finding.
 */
export function parseManifests(text: string, origin: TextOrigin): ParsedManifests {
  const { documents, findings } = parseYaml(text, origin, { dialect: "kubernetes" });
  const result: ParsedManifests = { objects: [], unread: [], findings: [...findings] };
  for (const document of documents) {
    if (document.empty) continue;
    if (document.value === undefined) {
      result.unread.push({ file: origin.file, at: document.span, reason: "The document could not be read." });
    } else readObject(withKustomizeKind(document.value, origin.file), document, [], origin.file, result);
  }
  result.findings = sortFindings(
    text.includes("{{") ? result.findings.map((finding) => withTemplateHint(finding)) : result.findings,
  );
  return result;
}

function readObject(
  value: unknown,
  document: YamlDocument,
  path: YamlPath,
  file: string,
  result: ParsedManifests,
): void {
  // Places are looked up only where needed: the document has to be read again for them.
  const at = path.length === 0 ? document.span : document.valueAt(path);
  const unread = (
    message: string,
    fix: string,
    place: Span = at,
    code: "manifest-not-an-object" | "manifest-missing-field" = "manifest-not-an-object",
  ) => {
    result.findings.push(makeFinding({ code, file, at: place, message, fix }));
    result.unread.push({ file, at, reason: message });
  };
  if (!isRecord(value)) {
    const what = Array.isArray(value) ? "a list" : value === null ? "empty" : "a single value";
    unread(
      `${path.length === 0 ? "The document" : "The item"} is ${what}, and a Kubernetes object is a mapping.`,
      "Write an object with apiVersion, kind and metadata, or take it out.",
    );
    return;
  }
  const start: Span = { ...at, endLine: at.line, endColumn: at.column };
  const missing = ["apiVersion", "kind"].filter(
    (field) => value[field] === undefined || value[field] === null,
  );
  if (missing.length > 0) {
    const near = missing
      .map((field) => nearestName(field, Object.keys(value)))
      .find((one) => one !== undefined);
    const place = near === undefined ? start : document.keyAt([...path, near]);
    unread(
      `${path.length === 0 ? "The document" : "The item"} has no ${missing.join(" and no ")}.`,
      near === undefined
        ? `Add ${missing.join(" and ")}, or take the document out if it is no Kubernetes object.`
        : `Rename ${near} to ${missing[0]}.`,
      place,
      "manifest-missing-field",
    );
    return;
  }
  for (const field of ["apiVersion", "kind"]) {
    if (typeof value[field] === "string" && value[field] !== "") continue;
    unread(`${field} takes text.`, `Write the ${field} as text.`, document.valueAt([...path, field]));
    return;
  }
  const apiVersion = String(value["apiVersion"]);
  const kind = String(value["kind"]);
  if (kind === "List" && !Array.isArray(value["items"]) && value["items"] !== null) {
    const near = nearestName("items", Object.keys(value));
    unread(
      "The List has no items.",
      near === undefined ? "Add items, or take the List out." : `Rename ${near} to items.`,
      document.keyAt([...path, near ?? "kind"]),
      "manifest-missing-field",
    );
    return;
  }
  if (kind.endsWith("List") && value["items"] === null) return;
  if (Array.isArray(value["items"]) && kind.endsWith("List")) {
    value["items"].forEach((item, index) => {
      readObject(withListKind(item, kind, apiVersion), document, [...path, "items", index], file, result);
    });
    return;
  }
  const slash = apiVersion.indexOf("/");
  const metadata = isRecord(value["metadata"]) ? value["metadata"] : {};
  const generated = textOf(metadata["generateName"]);
  const name = textOf(metadata["name"]) ?? (generated === undefined ? "" : `${generated}*`);
  const namespace = textOf(metadata["namespace"]);
  const resource: ResourceName = {
    apiVersion,
    kind,
    name,
    ...(namespace === undefined ? {} : { namespace }),
  };
  result.objects.push({
    apiVersion,
    kind,
    group: slash === -1 ? "" : apiVersion.slice(0, slash),
    version: apiVersion.slice(slash + 1),
    name,
    ...(namespace === undefined ? {} : { namespace }),
    value,
    document,
    path,
    resource,
    file,
    at,
  });
}

/** A kustomization may leave out what its name says: https://kubectl.docs.kubernetes.io/references/kustomize/glossary/#kustomization */
function withKustomizeKind(value: unknown, file: string): unknown {
  if (!/(?:^|\/)kustomization\.ya?ml$|(?:^|\/)Kustomization$/.test(file) || !isRecord(value)) return value;
  if (value["apiVersion"] !== undefined && value["kind"] !== undefined) return value;
  return { apiVersion: "kustomize.config.k8s.io/v1beta1", kind: "Kustomization", ...value };
}

/** Items of a typed list (`DeploymentList`) may leave out what the list says. */
function withListKind(item: unknown, listKind: string, apiVersion: string): unknown {
  if (!isRecord(item) || listKind === "List") return item;
  if (item["kind"] !== undefined && item["apiVersion"] !== undefined) return item;
  return { apiVersion, kind: listKind.slice(0, -"List".length), ...item };
}

/** A text with template braces is most likely one that has not been rendered yet. */
function withTemplateHint(finding: Finding): Finding {
  if (finding.code !== "yaml-syntax" && finding.code !== "yaml-bad-key") return finding;
  return {
    ...finding,
    fix: "Render the template first (helm template, for instance) and check what comes out.",
  };
}
