import type { Activation } from "./cel/activation.ts";
import { CelError } from "./cel/cel-error.ts";
import type { CelValue } from "./cel/cel-value.ts";
import type { Run } from "./cel/compile-context.ts";
import type { PolicyValidation } from "./policy-types.ts";

/** What an expression comes to. */
export type Outcome = { value: CelValue } | { error: CelError };

/** Evaluates one expression with a budget of its own. */
export function evaluate(expression: { readonly run: Run | undefined }, activation: Activation): Outcome {
  activation.refill();
  try {
    return expression.run
      ? { value: expression.run(activation) }
      : { error: new CelError("does not compile", "offline") };
  } catch (cause) {
    return { error: asCelError(cause) };
  }
}

// Deep recursion of an expression over deeply nested values is a runaway too.
function asCelError(cause: unknown): CelError {
  if (cause instanceof CelError) return cause;
  if (cause instanceof RangeError) return new CelError("operation cancelled: nesting too deep", "budget");
  throw cause;
}

/** Longest text a messageExpression may give, in bytes. */
const maxMessageBytes = 5 * 1024;

/** messageExpression where it gives one usable line, else message, else the expression. */
export function failureMessage(validation: PolicyValidation, activation: Activation): string {
  const outcome = validation.messageExpression && evaluate(validation.messageExpression, activation);
  const text = outcome && "value" in outcome && typeof outcome.value === "string" ? outcome.value.trim() : "";
  const usable = !text.includes("\n") && new TextEncoder().encode(text).length <= maxMessageBytes;
  if (usable && text !== "") return text;
  return validation.message.trim() || `failed expression: ${validation.source.trim()}`;
}
