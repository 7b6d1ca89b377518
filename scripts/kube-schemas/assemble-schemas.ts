import type { GroupVersionSchemas, SchemaNode, SchemaObject } from "../../src/kube/schema-types.ts";
import { clientFiles, clientKinds } from "./client-files.ts";
import { corrected, correctionNames } from "./corrections.ts";
import { handWritten } from "./hand-written.ts";
import type { PackageSchemas } from "./read-package.ts";

/** Name of the file of a group and version: `apps_v1`, `core_v1`. */
export function schemaFileName(group: string, version: string): string {
  return `${group || "core"}_${version}`;
}

/**
 * Sorts all schemas into one file per group and version. A schema goes to the first file that needs it, Kubernetes'
 * own first and stable versions before others; everything else refers to it there.
 * @returns file name (without `.json`) to schemas, sorted
 */
export function assembleSchemas(
  packages: { name: string; schemas: PackageSchemas }[],
): Map<string, GroupVersionSchemas> {
  const files = new Map<string, GroupVersionSchemas>();
  const homes = new Map<string, { file: string; name: string }>();
  const all = new Map<string, SchemaNode>();
  const shortNames = new Map<string, string>();
  const used = new Set<string>();
  for (const { schemas } of packages) {
    for (const [name, schema] of schemas.schemas) all.set(name, schema);
    for (const [name, short] of schemas.shortNames) shortNames.set(name, short);
  }
  const fileOf = (file: string): GroupVersionSchemas => {
    const found = files.get(file) ?? { kinds: {}, definitions: {} };
    files.set(file, found);
    return found;
  };

  /** Gives a schema its place and name, then everything it refers to. */
  const place = (name: string, file: string): { file: string; name: string } => {
    const known = homes.get(name);
    if (known) return known;
    const schema = all.get(name);
    if (schema === undefined) throw new Error(`no schema ${name}`);
    const home = name.includes("ApimachineryPkg") ? "meta_v1" : file;
    const { definitions } = fileOf(home);
    let short = shortNames.get(name) ?? name;
    if (Object.hasOwn(definitions, short)) short = name;
    const entry = { file: home, name: short };
    homes.set(name, entry);
    definitions[short] = "any";
    definitions[short] = corrected(`${home}#${short}`, rewrite(withoutEmbeddedTypeMeta(schema), home), used);
    return entry;
  };

  const rewrite = (node: SchemaNode, file: string): SchemaNode => {
    if (typeof node === "string") {
      if (!node.startsWith("#")) return node;
      const name = node.slice(1);
      const schema = all.get(name);
      // Bare types need no definition of their own.
      if (typeof schema === "string") return rewrite(schema, file);
      const entry = place(name, file);
      return entry.file === file ? `#${entry.name}` : `${entry.file}#${entry.name}`;
    }
    return mapNodes(node, (child) => rewrite(child, file));
  };

  for (const { name: packageName, schemas } of packages) {
    const builtIn = packageName === "kubernetes-models";
    const kinds = [...schemas.kinds].sort((a, b) => order(a) - order(b) || compare(key(a), key(b)));
    for (const { group, version, kind, schema } of kinds) {
      const file = schemaFileName(group, version);
      const original = all.get(schema);
      if (original === undefined || typeof original === "string") throw new Error(`${kind} is no object`);
      const node = rewrite(withoutTypeMeta(original, builtIn), file);
      fileOf(file).kinds[kind] = corrected(`${file}#${kind}`, node, used);
    }
  }
  const unused = correctionNames().filter((name) => !used.has(name));
  if (unused.length > 0) throw new Error(`corrections of nothing: ${unused.join(", ")}`);
  for (const [file, kinds] of Object.entries(clientKinds)) Object.assign(fileOf(file).kinds, kinds);
  for (const [file, schemas] of Object.entries({ ...handWritten, ...clientFiles })) {
    const into = fileOf(file);
    Object.assign(into.kinds, schemas.kinds);
    Object.assign(into.definitions, schemas.definitions);
  }
  return new Map(
    [...files].sort(([a], [b]) => compare(a, b)).map(([file, schemas]) => [file, sorted(schemas)]),
  );
}

/** apiVersion and kind are known once a schema is chosen; the status of custom kinds is their controller's affair. */
function withoutTypeMeta(node: SchemaObject, builtIn: boolean): SchemaObject {
  const properties: Record<string, SchemaNode> = { ...node.properties, apiVersion: "string", kind: "string" };
  if (!builtIn && "status" in properties) properties["status"] = "object";
  const required = (node.required ?? []).filter((name) => !["apiVersion", "kind", "status"].includes(name));
  const { required: _, ...rest } = node;
  return { ...rest, properties, ...(required.length > 0 ? { required } : {}) };
}

/** An object inside another one, such as a claim in a template, need not repeat what it is. */
function withoutEmbeddedTypeMeta(node: SchemaNode): SchemaNode {
  if (typeof node === "string" || !node.properties || !("metadata" in node.properties)) return node;
  const required = (node.required ?? []).filter((name) => name !== "apiVersion" && name !== "kind");
  const { required: _, ...rest } = node;
  return required.length > 0 ? { ...rest, required } : rest;
}

function mapNodes(node: SchemaObject, change: (child: SchemaNode) => SchemaNode): SchemaObject {
  const copy: SchemaObject = { ...node };
  if (node.properties) {
    copy.properties = Object.fromEntries(
      Object.entries(node.properties).map(([name, child]) => [name, change(child)]),
    );
  }
  if (node.items !== undefined) copy.items = change(node.items);
  if (node.additionalProperties !== undefined && typeof node.additionalProperties !== "boolean") {
    copy.additionalProperties = change(node.additionalProperties);
  }
  for (const keyword of ["allOf", "anyOf", "oneOf"] as const) {
    const list = node[keyword];
    if (list) copy[keyword] = list.map(change);
  }
  if (node.not !== undefined) copy.not = change(node.not);
  return copy;
}

function sorted({ kinds, definitions }: GroupVersionSchemas): GroupVersionSchemas {
  const sort = <T>(record: Record<string, T>) =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => compare(a, b)));
  return { kinds: sort(kinds), definitions: sort(definitions) };
}

/** The core group first, then stable versions, then others. */
function order({ group, version }: { group: string; version: string }): number {
  return group === "" ? 0 : /^v\d+$/.test(version) ? 1 : 2;
}

function key({ group, version, kind }: { group: string; version: string; kind: string }): string {
  return `${group}/${version}/${kind}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
