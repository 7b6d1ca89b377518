import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { SchemaNode, SchemaObject } from "../../src/kube/schema-types.ts";
import { jsonSchemaProps } from "./json-schema-props.ts";
import { type DeclaredShape, readDeclaration } from "./read-declaration.ts";
import { readValidator } from "./read-validator.ts";

/** What one package of kubernetes-models describes. */
export interface PackageSchemas {
  /** Kinds with the name of their schema. */
  kinds: { group: string; version: string; kind: string; schema: string }[];
  /** Schemas by file name; references inside are `#<file name>`. */
  schemas: Map<string, SchemaNode>;
  /** Short name of a schema, where the package gives it one: `PodSpec`. */
  shortNames: Map<string, string>;
}

/** Schemas whose meaning is not in their shape. */
const special: Record<string, SchemaNode> = {
  IoK8sApimachineryPkgApiResourceQuantity: "quantity",
  IoK8sApimachineryPkgUtilIntstrIntOrString: "intOrString",
  IoK8sApimachineryPkgApisMetaV1Time: "dateTime",
  IoK8sApimachineryPkgApisMetaV1MicroTime: "dateTime",
  IoK8sApimachineryPkgApisMetaV1FieldsV1: "object",
  IoK8sApimachineryPkgRuntimeRawExtension: "any",
  IoK8sApiextensionsApiserverPkgApisApiextensionsV1JSONSchemaProps: jsonSchemaProps("V1"),
  IoK8sApiextensionsApiserverPkgApisApiextensionsV1beta1JSONSchemaProps: jsonSchemaProps("V1beta1"),
};

/**
 * Reads all schemas of an installed package.
 * @param root folder of the package
 * @throws where the package is missing or has a shape this reader does not know
 */
export function readPackage(root: string): PackageSchemas {
  const result: PackageSchemas = { kinds: [], schemas: new Map(), shortNames: new Map() };
  const shapes = new Map<string, DeclaredShape>();
  const modules = existsSync(join(root, "index.mjs")) ? "mjs" : "js";
  for (const path of globSync(`**/*.${modules}`, { cwd: root }).sort()) {
    if (path.startsWith("_schemas") || basename(path) === `index.${modules}`) continue;
    const text = readFileSync(join(root, path), "utf8");
    const schema = /_schemas\/([A-Za-z0-9]+)(?:\.m?js)?"/.exec(text)?.[1];
    if (schema === undefined) continue;
    const name = basename(path, `.${modules}`);
    const declaration = readFileSync(join(root, dirname(path), `${name}.d.ts`), "utf8");
    shapes.set(schema, readDeclaration(declaration, path, name));
    result.shortNames.set(schema, name);
    const apiVersion = /\.apiVersion="([^"]+)"/.exec(text)?.[1];
    const kind = /\.kind="([^"]+)"/.exec(text)?.[1];
    if (apiVersion === undefined || kind === undefined || isList(kind, shapes.get(schema))) continue;
    const [group, version] = apiVersion.includes("/") ? apiVersion.split("/") : ["", apiVersion];
    result.kinds.push({ group: group ?? "", version: version ?? "", kind, schema });
  }
  for (const path of globSync(`_schemas/*.${modules}`, { cwd: root }).sort()) {
    const name = basename(path, `.${modules}`);
    const schema = special[name] ?? readValidator(readFileSync(join(root, path), "utf8"), path);
    result.schemas.set(name, special[name] ? schema : withDeclared(schema, shapes.get(name)));
  }
  if (result.schemas.size === 0) throw new Error(`${root} has no schemas`);
  return result;
}

function isList(kind: string, shape: DeclaredShape | undefined): boolean {
  return kind.endsWith("List") && shape?.kind === "object" && shape.fields.get("items")?.kind === "array";
}

/** Adds the fields a validator leaves out because any value is allowed in them. */
function withDeclared(schema: SchemaNode, shape: DeclaredShape | undefined): SchemaNode {
  if (!shape || shape.kind === "other" || shape.kind === "string") return schema;
  if (typeof schema === "string") {
    if (shape.kind !== "object" || shape.fields.size === 0 || schema.startsWith("#")) return schema;
    return withDeclared({ type: "object" }, shape);
  }
  const node: SchemaObject = { ...schema };
  if (shape.kind === "array" && node.items !== undefined) node.items = withDeclared(node.items, shape.item);
  if (shape.kind === "map" && typeof node.additionalProperties === "object") {
    node.additionalProperties = withDeclared(node.additionalProperties, shape.value);
  }
  if (shape.kind === "object" && shape.fields.size > 0) {
    const properties: Record<string, SchemaNode> = {};
    for (const [name, field] of shape.fields) {
      // The packages take a field called `description` for a description and do not check it.
      const unchecked = name === "description" && field.kind === "string" ? "string" : "any";
      properties[name] = withDeclared(node.properties?.[name] ?? unchecked, field);
    }
    for (const name of Object.keys(node.properties ?? {})) {
      if (!shape.fields.has(name))
        throw new Error(`a validator knows the field ${name}, its declaration does not`);
    }
    node.properties = properties;
    if (shape.open) node["x-kubernetes-preserve-unknown-fields"] = true;
  }
  return node;
}
