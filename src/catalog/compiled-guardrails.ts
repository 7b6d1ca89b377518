import { type CompiledGuardrail, compileGuardrails } from "../checks/compile-guardrails.ts";
import { library } from "./library.ts";

let compiled: Map<string, CompiledGuardrail> | undefined;

/** Every guardrail of the library that has a policy, by its id: compiled once a build, and anew at each call in development. */
export function compiledGuardrails(): ReadonlyMap<string, CompiledGuardrail> {
  if (import.meta.env.DEV) compiled = undefined;
  compiled ??= compileGuardrails(library());
  return compiled;
}
