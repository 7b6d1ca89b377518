import type { Finding } from "../finding/finding.ts";
import { makeFinding } from "../finding/make-finding.ts";
import { parseManifests } from "./parse-manifests.ts";
import { isRecord, listOf, recordOf, textOf } from "./plain-values.ts";
import type { GroupVersionSchemas, SchemaNode, SchemaObject, SchemaSource } from "./schema-types.ts";
import type { ManifestText } from "./validate-manifests.ts";

/** Schemas of one's own on top of those at hand. */
export interface SchemaLocation {
  schemas: SchemaSource;
  /** What is wrong with the given files. */
  findings: Finding[];
  /** Kinds that were read, as `group/version/Kind`, sorted. */
  kinds: string[];
}

/**
 * Adds schemas from files: CustomResourceDefinitions as they are installed, and JSON Schemas that name their kind in
 * `x-kubernetes-group-version-kind`, in the enums of apiVersion and kind, or in their file name as kubeconform's
 * catalogues have it (`group/kind_version.json`). A kind given here replaces the one at hand.
 */
export function withSchemaLocation(base: SchemaSource, files: readonly ManifestText[]): SchemaLocation {
  const own = new Map<string, GroupVersionSchemas>();
  const findings: Finding[] = [];
  const kinds: string[] = [];
  const add = (group: string, version: string, kind: string, schema: SchemaObject) => {
    const key = `${group}/${version}`;
    const entry = own.get(key) ?? { kinds: {}, definitions: {} };
    own.set(key, entry);
    entry.kinds[kind] = withObjectFields(schema);
    Object.assign(entry.definitions, schema.definitions, schema.$defs);
    kinds.push(`${key}/${kind}`);
  };
  for (const { text, origin } of files) {
    const jsonSchema = readJsonSchema(text, origin.file);
    if (jsonSchema) {
      for (const { group, version, kind } of jsonSchema.names) add(group, version, kind, jsonSchema.schema);
      if (jsonSchema.names.length === 0) findings.push(unnamed(origin.file));
      continue;
    }
    const parsed = parseManifests(text, origin);
    findings.push(...parsed.findings);
    for (const object of parsed.objects) {
      if (object.group !== "apiextensions.k8s.io" || object.kind !== "CustomResourceDefinition") continue;
      for (const { group, version, kind, schema } of definedKinds(object.value))
        add(group, version, kind, schema);
    }
  }
  const merged = new Map<string, GroupVersionSchemas>();
  const schemas: SchemaSource = (group, version) => {
    const key = `${group}/${version}`;
    const given = own.get(key);
    if (!given) return base(group, version);
    const known = merged.get(key);
    if (known) return known;
    const below = base(group, version);
    const both: GroupVersionSchemas = {
      kinds: { ...below?.kinds, ...given.kinds },
      definitions: { ...below?.definitions, ...given.definitions },
    };
    merged.set(key, both);
    return both;
  };
  return { schemas, findings, kinds: kinds.sort() };
}

interface KindSchema {
  group: string;
  version: string;
  kind: string;
  schema: SchemaObject;
}

/** Kinds of a CustomResourceDefinition, one per version; v1beta1 may have one schema for all. */
function definedKinds(value: Record<string, unknown>): KindSchema[] {
  const spec = recordOf(value["spec"]);
  const group = textOf(spec["group"]);
  const kind = textOf(recordOf(spec["names"])["kind"]);
  if (group === undefined || kind === undefined) return [];
  const shared = recordOf(spec["validation"])["openAPIV3Schema"];
  const versions = listOf(spec["versions"]).filter(isRecord);
  const all = versions.length > 0 ? versions : [{ name: spec["version"] }];
  return all.flatMap((one) => {
    const version = textOf(one["name"]);
    const schema = recordOf((one as Record<string, unknown>)["schema"])["openAPIV3Schema"] ?? shared;
    const open = spec["preserveUnknownFields"] === true;
    if (version === undefined) return [];
    if (!isRecord(schema)) return [{ group, version, kind, schema: { type: "object" } }];
    const node = schema as SchemaObject;
    return [
      {
        group,
        version,
        kind,
        schema: open ? { ...node, "x-kubernetes-preserve-unknown-fields": true } : node,
      },
    ];
  });
}

/** What the API server adds to every kind's schema. */
function withObjectFields(schema: SchemaObject): SchemaObject {
  const properties: Record<string, SchemaNode> = {
    ...schema.properties,
    apiVersion: "string",
    kind: "string",
    metadata: "meta_v1#ObjectMeta",
  };
  const required = (schema.required ?? []).filter(
    (field) => !["apiVersion", "kind", "metadata", "status"].includes(field),
  );
  const open = schema.properties === undefined ? { "x-kubernetes-preserve-unknown-fields": true } : {};
  return { ...open, ...schema, properties, required };
}

function readJsonSchema(
  text: string,
  file: string,
): { schema: SchemaObject; names: { group: string; version: string; kind: string }[] } | undefined {
  if (!text.trimStart().startsWith("{")) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Whatever it is, it is read as a manifest, which says where its fault is.
    return undefined;
  }
  if (!isRecord(value) || typeof value["apiVersion"] === "string") return undefined;
  const schema = value as SchemaObject;
  const given = schema["x-kubernetes-group-version-kind"];
  if (Array.isArray(given) && given.length > 0) return { schema, names: given };
  const kind = onlyWord(schema.properties?.["kind"]);
  const apiVersion = onlyWord(schema.properties?.["apiVersion"]);
  if (kind !== undefined && apiVersion !== undefined) {
    const slash = apiVersion.indexOf("/");
    return {
      schema,
      names: [
        { group: slash === -1 ? "" : apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1), kind },
      ],
    };
  }
  const match = /([^/]+)\/([A-Za-z0-9]+)[_-](v\d+(?:(?:alpha|beta)\d+)?)\.json$/.exec(file);
  // A file name is all lower case, so it names a kind only together with the schema's own word for it.
  if (match?.[1] && match[2] && match[3] && kind !== undefined) {
    return { schema, names: [{ group: match[1], version: match[3], kind }] };
  }
  return { schema, names: [] };
}

function onlyWord(node: SchemaNode | undefined): string | undefined {
  if (node === undefined || typeof node === "string") return undefined;
  const words = node.enum ?? (node.const === undefined ? [] : [node.const]);
  return words.length === 1 && typeof words[0] === "string" ? words[0] : undefined;
}

function unnamed(file: string): Finding {
  return makeFinding({
    code: "manifest-missing-schema",
    file,
    at: { line: 1, column: 1 },
    message: "The JSON Schema does not say which kind it describes.",
    fix: "Add x-kubernetes-group-version-kind with group, version and kind.",
  });
}
