import type { GroupVersionSchemas } from "../../src/kube/schema-types.ts";

/** Kinds that no package describes, by file. */
export const handWritten: Record<string, GroupVersionSchemas> = {};
