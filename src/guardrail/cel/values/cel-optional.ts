import { celEquals } from "../cel-equality.ts";
import { CelError } from "../cel-error.ts";
import { CelOpaque, type CelValue } from "../cel-value.ts";

/** An optional value: `optional.of(x)` or `optional.none()`. */
export class CelOptional extends CelOpaque {
  static readonly none = new CelOptional(undefined);
  override readonly typeName = "optional_type";
  readonly held: CelValue | undefined;

  constructor(held: CelValue | undefined) {
    super();
    this.held = held;
  }

  /** The value; throws where there is none. */
  value(): CelValue {
    if (this.held === undefined) throw new CelError("optional.none() dereference");
    return this.held;
  }

  override equals(other: CelOpaque): boolean {
    if (!(other instanceof CelOptional)) return false;
    if (this.held === undefined || other.held === undefined) return this.held === other.held;
    return celEquals(this.held, other.held);
  }
}
