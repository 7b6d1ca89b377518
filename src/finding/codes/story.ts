import type { CodeDefinition } from "../code-definition.ts";

export const storyCodes = {} as const satisfies Record<string, CodeDefinition>;
