import type { SchemaNode } from "../../src/kube/schema-types.ts";

/**
 * The schema of a schema (JSONSchemaProps of apiextensions.k8s.io), which refers to itself; the compiled validators
 * write it in a form of its own, so it is spelt out here after the API reference.
 */
export function jsonSchemaProps(version: "V1" | "V1beta1"): SchemaNode {
  const prefix = `#IoK8sApiextensionsApiserverPkgApisApiextensions${version}`;
  const self = `${prefix}JSONSchemaProps`;
  const orBoolean = { anyOf: ["boolean", self] };
  const list = (items: SchemaNode) => ({ type: "array", items });
  const map = (additionalProperties: SchemaNode) => ({ type: "object", additionalProperties });
  return {
    type: "object",
    properties: {
      $ref: "string",
      $schema: "string",
      additionalItems: orBoolean,
      additionalProperties: orBoolean,
      allOf: list(self),
      anyOf: list(self),
      default: "any",
      definitions: map(self),
      dependencies: map("any"),
      description: "string",
      enum: list("any"),
      example: "any",
      exclusiveMaximum: "boolean",
      exclusiveMinimum: "boolean",
      externalDocs: `${prefix}ExternalDocumentation`,
      format: "string",
      id: "string",
      items: self,
      maxItems: "integer",
      maxLength: "integer",
      maxProperties: "integer",
      maximum: "number",
      minItems: "integer",
      minLength: "integer",
      minProperties: "integer",
      minimum: "number",
      multipleOf: "number",
      not: self,
      nullable: "boolean",
      oneOf: list(self),
      pattern: "string",
      patternProperties: map(self),
      properties: map(self),
      required: list("string"),
      title: "string",
      type: "string",
      uniqueItems: "boolean",
      "x-kubernetes-embedded-resource": "boolean",
      "x-kubernetes-int-or-string": "boolean",
      "x-kubernetes-list-map-keys": list("string"),
      "x-kubernetes-list-type": "string",
      "x-kubernetes-map-type": "string",
      "x-kubernetes-preserve-unknown-fields": "boolean",
      ...(version === "V1" ? { "x-kubernetes-validations": list(`${prefix}ValidationRule`) } : {}),
    },
  };
}
