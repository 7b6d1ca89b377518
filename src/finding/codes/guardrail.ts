import type { CodeDefinition } from "../code-definition.ts";

export const guardrailCodes = {
  "guardrail-broken-expression": { severity: "error", title: "CEL expression that does not compile" },
  "guardrail-violation": { severity: "warning", title: "Object refused by a guardrail" },
  "guardrail-undecided": { severity: "warning", title: "Object a guardrail could not judge" },
} as const satisfies Record<string, CodeDefinition>;
