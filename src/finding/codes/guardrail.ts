import type { CodeDefinition } from "../code-definition.ts";

export const guardrailCodes = {} as const satisfies Record<string, CodeDefinition>;
