import type { CodeDefinition } from "../code-definition.ts";

export const yamlCodes = {} as const satisfies Record<string, CodeDefinition>;
