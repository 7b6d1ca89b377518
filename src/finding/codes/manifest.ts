import type { CodeDefinition } from "../code-definition.ts";

export const manifestCodes = {} as const satisfies Record<string, CodeDefinition>;
