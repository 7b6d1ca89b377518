import type { SchemaNode, SchemaObject } from "../../src/kube/schema-types.ts";

/** Places where the packages say less or more than the API server does, as `group/version/Kind`. */
export const corrections: Record<string, (node: SchemaObject) => SchemaNode> = {};
