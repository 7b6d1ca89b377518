import type { CodeDefinition } from "../code-definition.ts";

export const guardrailCodes = {
  "guardrail-broken-expression": { severity: "error", title: "A policy expression that does not compile" },
  "guardrail-violation": { severity: "warning", title: "An object that a guardrail refuses" },
  "guardrail-undecided": { severity: "warning", title: "An object that a guardrail could not judge" },
} as const satisfies Record<string, CodeDefinition>;
