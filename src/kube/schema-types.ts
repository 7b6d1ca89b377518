/**
 * A schema in the short form of the generated files. A string is a bare type or, with a `#`, a reference:
 * `apps/v1#DeploymentSpec` in the file of that group and version, `#DeploymentSpec` in the same file.
 * Everything else is OpenAPI 3 as CustomResourceDefinitions use it, so that those work as they are.
 * An object with `properties` knows no other fields unless it says so.
 */
export type SchemaNode = string | SchemaObject;

/** Bare types: those of JSON Schema and Kubernetes' own scalars. */
export const scalarTypes = [
  "any",
  "object",
  "array",
  "string",
  "boolean",
  "integer",
  "int32",
  "number",
  "quantity",
  "intOrString",
  "dateTime",
  "base64",
  "null",
] as const;

/** A bare type. */
export type ScalarType = (typeof scalarTypes)[number];

/** The part of OpenAPI 3 that structural schemas and common JSON Schemas use. */
export interface SchemaObject {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  nullable?: boolean;
  default?: unknown;
  properties?: Record<string, SchemaNode>;
  required?: string[];
  additionalProperties?: SchemaNode | boolean;
  patternProperties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  allOf?: SchemaNode[];
  anyOf?: SchemaNode[];
  oneOf?: SchemaNode[];
  not?: SchemaNode;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: boolean | number;
  exclusiveMaximum?: boolean | number;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  minProperties?: number;
  maxProperties?: number;
  $ref?: string;
  definitions?: Record<string, SchemaNode>;
  $defs?: Record<string, SchemaNode>;
  "x-kubernetes-preserve-unknown-fields"?: boolean;
  "x-kubernetes-int-or-string"?: boolean;
  "x-kubernetes-embedded-resource"?: boolean;
  "x-kubernetes-group-version-kind"?: { group: string; version: string; kind: string }[];
}

/** The schemas of one API group and version. */
export interface GroupVersionSchemas {
  /** Schema of each kind; a kind not listed here does not exist. */
  kinds: Record<string, SchemaNode>;
  /** Schemas shared by name. */
  definitions: Record<string, SchemaNode>;
}

/**
 * Gives the schemas of a group and version, or undefined where there are none. The core group is "".
 * Shared metadata is asked for as group "meta", version "v1". Called once per group and version.
 */
export type SchemaSource = (group: string, version: string) => GroupVersionSchemas | undefined;
