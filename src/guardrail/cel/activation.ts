import { CelError } from "./cel-error.ts";
import type { CelValue } from "./cel-value.ts";

/**
 * How much work one evaluation may do, in elements visited and functions called. The API server's own limit is
 * `PerCallLimit`, 1,000,000 cost units: https://kubernetes.io/docs/reference/using-api/cel/#resource-constraints
 */
export const evaluationBudget = 1_000_000;

/** Told of every field, key and element that an expression looks for in a container. */
export type ReadTrace = (container: object, key: string | number) => void;

/** What one evaluation of expressions sees: root variables, the policy's own variables, and what may be spent. */
export class Activation {
  readonly roots: Readonly<Record<string, CelValue>>;
  /** Values of comprehension variables, by slot. */
  slots: CelValue[] = [];
  trace: ReadTrace | undefined;
  #left = evaluationBudget;
  readonly #variables: ReadonlyMap<string, (activation: Activation) => CelValue>;
  readonly #settled = new Map<string, { value: CelValue } | { error: CelError }>();

  constructor(
    roots: Readonly<Record<string, CelValue>>,
    variables: ReadonlyMap<string, (activation: Activation) => CelValue> = new Map(),
  ) {
    this.roots = roots;
    this.#variables = variables;
  }

  /** Starts the budget anew: each expression of a policy has its own. */
  refill(): void {
    this.#left = evaluationBudget;
  }

  /** Counts work; throws where the expression has used up what it may. */
  spend(units: number): void {
    this.#left -= units;
    if (this.#left < 0) throw new CelError("operation cancelled: actual cost limit exceeded", "budget");
  }

  /** The value of one of the policy's variables, evaluated when first wanted and then kept, errors too. */
  variable(name: string): CelValue {
    let settled = this.#settled.get(name);
    if (!settled) {
      settled = this.#evaluate(name);
      this.#settled.set(name, settled);
    }
    if ("error" in settled) throw settled.error;
    return settled.value;
  }

  #evaluate(name: string): { value: CelValue } | { error: CelError } {
    const run = this.#variables.get(name);
    if (!run) return { error: new CelError(`no such key: ${name}`) };
    const slots = this.slots;
    this.slots = [];
    try {
      return { value: run(this) };
    } catch (cause) {
      if (!(cause instanceof CelError)) throw cause;
      return {
        error: new CelError(`composited variable "${name}" fails to evaluate: ${cause.message}`, cause.kind),
      };
    } finally {
      this.slots = slots;
    }
  }
}
