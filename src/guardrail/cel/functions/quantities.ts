import { CelError } from "../cel-error.ts";
import { bool, double, int, opaque, string } from "../cel-types.ts";
import { globalFunction, memberFunction, type Overload } from "../function-library.ts";
import { parseQuantity, Quantity, toQuantity } from "../values/quantity.ts";

const quantity = opaque("kubernetes.Quantity");

/** Kubernetes' quantity library: https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-quantity-library */
export const quantityFunctions: readonly Overload[] = [
  globalFunction("quantity", [string], quantity, toQuantity),
  globalFunction("isQuantity", [string], bool, (text: string) => parseQuantity(text) !== undefined),
  // Kubernetes declares sign as a function and documents it as a member; both are taken here.
  globalFunction("sign", [quantity], int, (value: Quantity) => sign(value)),
  memberFunction("sign", [quantity], int, (value: Quantity) => sign(value)),
  memberFunction("isInteger", [quantity], bool, (value: Quantity) => value.integer() !== undefined),
  memberFunction("asInteger", [quantity], int, (value: Quantity) => {
    const integer = value.integer();
    if (integer === undefined) throw new CelError("cannot convert value to integer");
    return integer;
  }),
  memberFunction("asApproximateFloat", [quantity], double, (value: Quantity) => value.toNumber()),
  memberFunction("add", [quantity, quantity], quantity, (a: Quantity, b: Quantity) => a.plus(b)),
  memberFunction("add", [quantity, int], quantity, (a: Quantity, b: bigint) => a.plus(whole(b))),
  memberFunction("sub", [quantity, quantity], quantity, (a: Quantity, b: Quantity) => a.plus(b.times(-1n))),
  memberFunction("sub", [quantity, int], quantity, (a: Quantity, b: bigint) => a.plus(whole(-b))),
  memberFunction("compareTo", [quantity, quantity], int, (a: Quantity, b: Quantity) => BigInt(a.compare(b))),
  memberFunction("isGreaterThan", [quantity, quantity], bool, (a: Quantity, b: Quantity) => a.compare(b) > 0),
  memberFunction("isLessThan", [quantity, quantity], bool, (a: Quantity, b: Quantity) => a.compare(b) < 0),
];

function sign({ unscaled }: Quantity): bigint {
  return unscaled < 0n ? -1n : unscaled > 0n ? 1n : 0n;
}

function whole(value: bigint): Quantity {
  return new Quantity(value, 0, true);
}
