import type { SchemaNode, SchemaObject, SchemaSource } from "./schema-types.ts";

/** The APIs an editor knows: Kubernetes' own that are served today, and custom ones that stories are about. */
export const editorApis = [
  "v1",
  "admissionregistration.k8s.io/v1",
  "apiextensions.k8s.io/v1",
  "apps/v1",
  "argoproj.io/v1alpha1",
  "autoscaling.k8s.io/v1",
  "autoscaling/v2",
  "batch/v1",
  "cert-manager.io/v1",
  "coordination.k8s.io/v1",
  "discovery.k8s.io/v1",
  "kyverno.io/v1",
  "monitoring.coreos.com/v1",
  "networking.k8s.io/v1",
  "node.k8s.io/v1",
  "policy/v1",
  "rbac.authorization.k8s.io/v1",
  "scheduling.k8s.io/v1",
  "storage.k8s.io/v1",
  "traefik.io/v1alpha1",
] as const;

type Json = Record<string, unknown>;

/** What Kubernetes' own scalars are in JSON. */
const scalars: Readonly<Record<string, Json>> = {
  any: {},
  int32: { type: "integer" },
  quantity: { type: ["string", "number"] },
  intOrString: { type: ["integer", "string"] },
  dateTime: { type: "string" },
  base64: { type: "string" },
};

/**
 * A JSON Schema (draft 7, which editors' YAML support reads) of manifests, made from the schemas the check uses: a kind's
 * fields are completed, and unknown ones refused. Objects of other APIs are let be. Gives its text, a line for each
 * definition.
 */
export function editorSchema(schemas: SchemaSource): string {
  const definitions = new Map<string, unknown>();
  const kinds = editorApis.flatMap((apiVersion) => {
    const [version = "", group = ""] = apiVersion.split("/").reverse();
    const found = schemas(group, version);
    if (!found) throw new Error(`There are no schemas of ${apiVersion}.`);
    return Object.entries(found.kinds).map(([kind, node]) => {
      const name = `${group || "core"}_${version}.${kind}`;
      define(name, node, group, version);
      return { apiVersion, kind, name };
    });
  });

  /** Converts what a name stands for, once. */
  function define(name: string, node: SchemaNode, group: string, version: string): void {
    if (definitions.has(name)) return;
    definitions.set(name, {});
    definitions.set(name, convert(node, group, version));
  }

  function convert(node: SchemaNode, group: string, version: string): Json {
    if (typeof node !== "string") return convertObject(node, group, version);
    if (!node.includes("#")) return scalars[node] ?? { type: node };
    const [file = "", name = ""] = node.split("#");
    const cut = file.lastIndexOf(file.includes("/") ? "/" : "_");
    const at = file === "" ? { group, version } : { group: file.slice(0, cut), version: file.slice(cut + 1) };
    const source = schemas(at.group === "core" ? "" : at.group, at.version);
    const target = source?.definitions[name] ?? source?.kinds[name];
    if (!target) throw new Error(`${group}/${version} refers to ${node}, which is not there.`);
    const full = `${at.group || "core"}_${at.version}.${name}`;
    define(full, target, at.group === "core" ? "" : at.group, at.version);
    return { $ref: `#/definitions/${full}` };
  }

  function convertObject(node: SchemaObject, group: string, version: string): Json {
    const inner = (child: SchemaNode) => convert(child, group, version);
    const fields = (map: Record<string, SchemaNode>) =>
      Object.fromEntries(Object.entries(map).map(([name, child]) => [name, inner(child)]));
    const {
      properties,
      patternProperties,
      items,
      additionalProperties,
      nullable,
      allOf,
      anyOf,
      oneOf,
      not,
      ...rest
    } = node;
    const plain = Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith("x-")));
    const open =
      additionalProperties ??
      (properties && node["x-kubernetes-preserve-unknown-fields"] !== true ? false : undefined);
    return {
      ...(node["x-kubernetes-int-or-string"] === true ? { ...plain, type: ["integer", "string"] } : plain),
      ...(nullable === true && typeof plain["type"] === "string" ? { type: [plain["type"], "null"] } : {}),
      ...(properties ? { properties: fields(properties) } : {}),
      ...(patternProperties ? { patternProperties: fields(patternProperties) } : {}),
      ...(items ? { items: inner(items) } : {}),
      ...(open === undefined ? {} : { additionalProperties: typeof open === "boolean" ? open : inner(open) }),
      ...(allOf ? { allOf: allOf.map(inner) } : {}),
      ...(anyOf ? { anyOf: anyOf.map(inner) } : {}),
      ...(oneOf ? { oneOf: oneOf.map(inner) } : {}),
      ...(not ? { not: inner(not) } : {}),
    };
  }

  const head = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Kubernetes manifest",
    type: "object",
    required: ["apiVersion", "kind"],
    properties: {
      apiVersion: {
        type: "string",
        description: "Group and version of the API, as in apps/v1.",
        examples: editorApis,
      },
      kind: {
        type: "string",
        description: "Kind of the object.",
        examples: [...new Set(kinds.map(({ kind }) => kind))],
      },
    },
    allOf: kinds.map(({ apiVersion, kind, name }) => ({
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      then: { $ref: `#/definitions/${name}` },
      if: {
        required: ["apiVersion", "kind"],
        properties: { apiVersion: { const: apiVersion }, kind: { const: kind } },
      },
    })),
  };
  const lines = [...definitions].map(([name, body]) => `${JSON.stringify(name)}: ${JSON.stringify(body)}`);
  return `${JSON.stringify(head).slice(0, -1)},\n"definitions": {\n${lines.join(",\n")}\n}}\n`;
}
