import type { CodeDefinition } from "../code-definition.ts";

export const libraryCodes = {} as const satisfies Record<string, CodeDefinition>;
