import {
  type GroupVersionSchemas,
  type SchemaNode,
  type SchemaObject,
  type SchemaSource,
  scalarTypes,
} from "./schema-types.ts";

/** JSON types as bits, so that one comparison tells whether a value's type is allowed. */
export const typeBits = { null: 1, boolean: 2, number: 4, string: 8, array: 16, object: 32 } as const;

/** A schema ready for checking. Parts are compiled when first needed: most of a group's schemas never are. */
export interface CompiledSchema {
  /** Name of the definition it comes from, such as `core_v1#PodSpec`: rules are attached by it. */
  definition: string | undefined;
  /** Allowed JSON types as bits; 0 allows all. */
  types: number;
  /** Kubernetes' own scalar, where the type alone does not say enough. */
  scalar: "quantity" | "intOrString" | "int32" | "integer" | "dateTime" | "base64" | undefined;
  enumValues: readonly unknown[] | undefined;
  properties: ReadonlyMap<string, SchemaPart> | undefined;
  patternProperties: readonly { pattern: RegExp; part: SchemaPart }[];
  /** Schema of fields not named, as in a map; undefined where there is none. */
  values: SchemaPart | undefined;
  /** Whether fields that nobody named are allowed; for fields that parts of `allOf` name, ask `knowsOnlyNamed`. */
  open: boolean;
  /** Whether the schema itself says that fields nobody named are allowed. */
  saidOpen: boolean;
  required: readonly string[];
  items: SchemaPart | undefined;
  allOf: readonly SchemaPart[];
  anyOf: readonly SchemaPart[];
  oneOf: readonly SchemaPart[];
  not: SchemaPart | undefined;
  /** The schema itself where it limits size, range or form; undefined where it does not. */
  facets: Facets | undefined;
  /** Whether the value is a whole object with apiVersion and kind of its own. */
  embedded: boolean;
}

/** Limits of a value. */
export type Facets = Pick<
  SchemaObject,
  | "minimum"
  | "maximum"
  | "exclusiveMinimum"
  | "exclusiveMaximum"
  | "multipleOf"
  | "minLength"
  | "maxLength"
  | "minItems"
  | "maxItems"
  | "uniqueItems"
  | "minProperties"
  | "maxProperties"
  | "format"
  | "const"
> & { pattern?: RegExp; patternText?: string };

/** A schema that is compiled when asked for. */
export interface SchemaPart {
  get(): CompiledSchema;
}

/** Schemas of one source, compiled as they are needed and kept. */
export class SchemaRegistry {
  readonly #source: SchemaSource;
  readonly #files = new Map<string, GroupVersionSchemas | undefined>();
  readonly #kinds = new Map<string, CompiledSchema | undefined>();
  readonly #definitions = new Map<string, CompiledSchema>();

  constructor(source: SchemaSource) {
    this.#source = source;
  }

  /** Schemas of a group and version as the source gives them. */
  groupVersion(group: string, version: string): GroupVersionSchemas | undefined {
    const file = `${group || "core"}_${version}`;
    if (!this.#files.has(file)) this.#files.set(file, this.#source(group, version));
    return this.#files.get(file);
  }

  /** The schema of a kind, or undefined where the source has none. */
  kind(group: string, version: string, kind: string): CompiledSchema | undefined {
    const key = `${group}/${version}/${kind}`;
    if (!this.#kinds.has(key)) {
      const schemas = this.groupVersion(group, version);
      const node = schemas && Object.hasOwn(schemas.kinds, kind) ? schemas.kinds[kind] : undefined;
      const file = `${group || "core"}_${version}`;
      this.#kinds.set(key, node === undefined ? undefined : this.compile(node, file, `${file}#${kind}`));
    }
    return this.#kinds.get(key);
  }

  /** Compiles a schema on its own; references are looked up in `file`. */
  compile(node: SchemaNode, file: string, definition?: string): CompiledSchema {
    if (typeof node === "string") {
      return node.includes("#") ? this.#reference(node, file) : compileScalar(node, definition);
    }
    if (node.$ref !== undefined) return this.#reference(node.$ref, file);
    return this.#compileObject(node, file, definition);
  }

  #reference(reference: string, file: string): CompiledSchema {
    const hash = reference.indexOf("#");
    const home = hash === 0 ? file : reference.slice(0, hash);
    const name = reference.slice(hash + 1).replace(/^\/(?:definitions|\$defs|components\/schemas)\//, "");
    const key = `${home}#${name}`;
    const known = this.#definitions.get(key);
    if (known) return known;
    const at = home.lastIndexOf("_");
    const group = home.slice(0, at) === "core" ? "" : home.slice(0, at);
    const node = this.groupVersion(group, home.slice(at + 1))?.definitions[name];
    const compiled = node === undefined ? compileScalar("any", key) : this.compile(node, home, key);
    this.#definitions.set(key, compiled);
    return compiled;
  }

  #part(node: SchemaNode, file: string): SchemaPart {
    let compiled: CompiledSchema | undefined;
    return {
      get: () => {
        compiled ??= this.compile(node, file);
        return compiled;
      },
    };
  }

  #compileObject(node: SchemaObject, file: string, definition: string | undefined): CompiledSchema {
    const part = (child: SchemaNode) => this.#part(child, file);
    const compiled = emptySchema(definition);
    if (node["x-kubernetes-int-or-string"] === true) {
      compiled.types = typeBits.number | typeBits.string;
      compiled.scalar = "intOrString";
    } else {
      for (const type of typeof node.type === "string" ? [node.type] : (node.type ?? [])) {
        const scalar = compileScalar(type, undefined);
        compiled.types |= scalar.types;
        compiled.scalar ??= scalar.scalar;
      }
      if (node.format === "int32" && compiled.scalar === "integer") compiled.scalar = "int32";
      if (node.format === "date-time") compiled.scalar ??= "dateTime";
      if (node.format === "byte") compiled.scalar ??= "base64";
    }
    if (node.nullable === true && compiled.types !== 0) compiled.types |= typeBits.null;
    // Where Kubernetes' own types take a word, the empty text counts as not given.
    compiled.enumValues = node.enum && isBuiltInFile(file) ? [...node.enum, ""] : node.enum;
    if (node.properties) {
      compiled.properties = new Map(
        Object.entries(node.properties).map(([name, child]) => [name, part(child)]),
      );
      if (compiled.types === 0 && node.type === undefined) compiled.types = 0;
    }
    compiled.patternProperties = Object.entries(node.patternProperties ?? {}).flatMap(([source, child]) => {
      const pattern = compilePattern(source);
      return pattern ? [{ pattern, part: part(child) }] : [];
    });
    const additional = node.additionalProperties;
    if (additional !== undefined && typeof additional !== "boolean") compiled.values = part(additional);
    // A schema that names fields knows no others; one that names none says nothing about them.
    compiled.saidOpen = additional === true || node["x-kubernetes-preserve-unknown-fields"] === true;
    compiled.open =
      compiled.saidOpen ||
      (additional === undefined && !node.properties && compiled.patternProperties.length === 0);
    compiled.required = node.required ?? [];
    if (node.items !== undefined) compiled.items = part(node.items);
    compiled.allOf = (node.allOf ?? []).map(part);
    compiled.anyOf = (node.anyOf ?? []).map(part);
    compiled.oneOf = (node.oneOf ?? []).map(part);
    if (node.not !== undefined) compiled.not = part(node.not);
    compiled.facets = facetsOf(node);
    compiled.embedded = node["x-kubernetes-embedded-resource"] === true;
    // An int-or-string of CustomResourceDefinitions names both types in anyOf; that says nothing new.
    if (compiled.scalar === "intOrString") compiled.anyOf = [];
    return compiled;
  }
}

/** The fields an object schema names, itself and by the parts it is joined of (`allOf`). */
export function namedFields(schema: CompiledSchema): ReadonlyMap<string, SchemaPart> {
  if (schema.allOf.length === 0) return schema.properties ?? noFields;
  const known = joinedFields.get(schema);
  if (known) return known;
  const joined = new Map<string, SchemaPart>();
  joinedFields.set(schema, joined);
  for (const part of schema.allOf)
    for (const [name, field] of namedFields(part.get())) joined.set(name, field);
  for (const [name, field] of schema.properties ?? noFields) joined.set(name, field);
  return joined;
}

/** Whether fields that neither the schema nor a part of it names are refused. */
export function knowsOnlyNamed(schema: CompiledSchema): boolean {
  if (schema.allOf.length === 0) return !schema.open;
  return namedFields(schema).size > 0 && !isSaidOpen(schema);
}

function isSaidOpen(schema: CompiledSchema): boolean {
  return schema.saidOpen || schema.allOf.some((part) => isSaidOpen(part.get()));
}

const noFields: ReadonlyMap<string, SchemaPart> = new Map();
const joinedFields = new WeakMap<CompiledSchema, Map<string, SchemaPart>>();

function isBuiltInFile(file: string): boolean {
  const group = file.slice(0, file.lastIndexOf("_"));
  return !group.includes(".") || (group.endsWith(".k8s.io") && group !== "gateway.networking.k8s.io");
}

function emptySchema(definition: string | undefined): CompiledSchema {
  return {
    definition,
    types: 0,
    scalar: undefined,
    enumValues: undefined,
    properties: undefined,
    patternProperties: [],
    values: undefined,
    open: true,
    saidOpen: false,
    required: [],
    items: undefined,
    allOf: [],
    anyOf: [],
    oneOf: [],
    not: undefined,
    facets: undefined,
    embedded: false,
  };
}

/** @throws on a type nobody defined: the schemas are broken then, not the manifest */
function compileScalar(type: string, definition: string | undefined): CompiledSchema {
  const compiled = emptySchema(definition);
  switch (type) {
    case "any":
      break;
    case "quantity":
      compiled.types = typeBits.number | typeBits.string;
      compiled.scalar = "quantity";
      break;
    case "intOrString":
      compiled.types = typeBits.number | typeBits.string;
      compiled.scalar = "intOrString";
      break;
    case "integer":
    case "int32":
      compiled.types = typeBits.number;
      compiled.scalar = type;
      break;
    case "dateTime":
    case "base64":
      compiled.types = typeBits.string;
      compiled.scalar = type;
      break;
    case "null":
    case "boolean":
    case "number":
    case "string":
    case "array":
    case "object":
      compiled.types = typeBits[type];
      break;
    default:
      throw new Error(`The schema type "${type}" is none of ${scalarTypes.join(", ")}.`);
  }
  return compiled;
}

const facetNames = [
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
  "format",
  "const",
] as const;

function facetsOf(node: SchemaObject): Facets | undefined {
  const facets: Record<string, unknown> = {};
  for (const name of facetNames) if (node[name] !== undefined) facets[name] = node[name];
  if (node.pattern !== undefined) {
    const pattern = compilePattern(node.pattern);
    if (pattern) Object.assign(facets, { pattern, patternText: node.pattern });
  }
  return Object.keys(facets).length > 0 ? (facets as Facets) : undefined;
}

/** Patterns are written for Go; those JavaScript cannot read are left out rather than misread. */
function compilePattern(source: string): RegExp | undefined {
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(source, flags);
    } catch {
      // Tried again without the flag.
    }
  }
  return undefined;
}
