import { CelError, noSuchOverload } from "./cel-error.ts";
import { CelUint, type CelValue, isList } from "./cel-value.ts";
import { CelDuration, CelTimestamp } from "./values/cel-time.ts";

const maxInt = 2n ** 63n - 1n;
const maxUint = 2n ** 64n - 1n;

/** Checks that a result fits a signed 64-bit integer; throws "integer overflow". */
export function checkInt(value: bigint): bigint {
  if (value > maxInt || value < -maxInt - 1n) throw new CelError("integer overflow");
  return value;
}

/** Makes an unsigned 64-bit integer; throws "unsigned integer overflow". */
export function checkUint(value: bigint): CelUint {
  if (value > maxUint || value < 0n) throw new CelError("unsigned integer overflow");
  return new CelUint(value);
}

/** CEL's `+`: numbers of one type, strings, bytes, lists, times. */
export function add(a: CelValue, b: CelValue): CelValue {
  if (typeof a === "string" && typeof b === "string") return a + b;
  if (isList(a) && isList(b)) return [...a, ...b];
  if (a instanceof Uint8Array && b instanceof Uint8Array) return new Uint8Array([...a, ...b]);
  if (a instanceof CelDuration && b instanceof CelDuration) return new CelDuration(a.nanos + b.nanos);
  if (a instanceof CelTimestamp && b instanceof CelDuration) return new CelTimestamp(a.nanos + b.nanos);
  if (a instanceof CelDuration && b instanceof CelTimestamp) return new CelTimestamp(a.nanos + b.nanos);
  return numeric(
    a,
    b,
    (x, y) => x + y,
    (x, y) => x + y,
  );
}

/** CEL's `-`: numbers of one type, times. */
export function subtract(a: CelValue, b: CelValue): CelValue {
  if (a instanceof CelDuration && b instanceof CelDuration) return new CelDuration(a.nanos - b.nanos);
  if (a instanceof CelTimestamp && b instanceof CelTimestamp) return new CelDuration(a.nanos - b.nanos);
  if (a instanceof CelTimestamp && b instanceof CelDuration) return new CelTimestamp(a.nanos - b.nanos);
  return numeric(
    a,
    b,
    (x, y) => x - y,
    (x, y) => x - y,
  );
}

/** CEL's `*`. */
export function multiply(a: CelValue, b: CelValue): CelValue {
  return numeric(
    a,
    b,
    (x, y) => x * y,
    (x, y) => x * y,
  );
}

/** CEL's `/`: integers round toward zero and refuse a zero divisor. */
export function divide(a: CelValue, b: CelValue): CelValue {
  return numeric(
    a,
    b,
    (x, y) => {
      if (y === 0n) throw new CelError("division by zero");
      return x / y;
    },
    (x, y) => x / y,
  );
}

/** CEL's `%`, of integers only. */
export function modulo(a: CelValue, b: CelValue): CelValue {
  return numeric(a, b, (x, y) => {
    if (y === 0n) throw new CelError("modulus by zero");
    return x % y;
  });
}

/** CEL's unary `-`. */
export function negate(value: CelValue): CelValue {
  if (typeof value === "bigint") return checkInt(-value);
  if (typeof value === "number") return -value;
  throw noSuchOverload();
}

function numeric(
  a: CelValue,
  b: CelValue,
  whole: (a: bigint, b: bigint) => bigint,
  real?: (a: number, b: number) => number,
): CelValue {
  if (typeof a === "bigint" && typeof b === "bigint") return checkInt(whole(a, b));
  if (real && typeof a === "number" && typeof b === "number") return real(a, b);
  if (a instanceof CelUint && b instanceof CelUint) return checkUint(whole(a.value, b.value));
  throw noSuchOverload();
}
