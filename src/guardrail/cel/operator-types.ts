import {
  assignable,
  type Bindings,
  bool,
  bytes,
  double,
  duration,
  dyn,
  int,
  listOf,
  mostGeneral,
  type StaticType,
  string,
  timestamp,
  uint,
} from "./cel-types.ts";

/** Operators that order two values. */
export const comparable: ReadonlySet<string> = new Set(["<", "<=", ">", ">="]);

type Signature = readonly [left: StaticType, right: StaticType, result: StaticType];

const same = (...types: readonly StaticType[]): Signature[] => types.map((type) => [type, type, type]);

/** CEL's standard signatures, with Kubernetes' cel.CrossTypeNumericComparisons. */
const signatures: Readonly<Record<string, readonly Signature[]>> = {
  "+": [
    ...same(int, uint, double, string, bytes, duration),
    [timestamp, duration, timestamp],
    [duration, timestamp, timestamp],
  ],
  "-": [
    ...same(int, uint, double, duration),
    [timestamp, duration, timestamp],
    [timestamp, timestamp, duration],
  ],
  "*": same(int, uint, double),
  "/": same(int, uint, double),
  "%": same(int, uint),
  "<": [
    ...[bool, int, uint, double, string, bytes, timestamp, duration].map(
      (type): Signature => [type, type, bool],
    ),
    ...[int, uint, double].flatMap((left) =>
      [int, uint, double].map((right): Signature => [left, right, bool]),
    ),
  ],
};

/** The type a binary operator gives for two operand types; undefined where no overload takes them. */
export function binaryResult(operator: string, left: StaticType, right: StaticType): StaticType | undefined {
  if (operator === "+" && left.kind === "list" && right.kind === "list") {
    const bindings: Bindings = new Map();
    return assignable(left, right, bindings) || assignable(right, left, bindings)
      ? mostGeneral(left, right)
      : undefined;
  }
  const fitting = (signatures[operator] ?? []).filter(
    ([wantedLeft, wantedRight]) => assignable(wantedLeft, left) && assignable(wantedRight, right),
  );
  const listPossible = operator === "+" && listFits(left) && listFits(right);
  const [first] = fitting;
  if (!first) return listPossible ? listOf(dyn) : undefined;
  return !listPossible && fitting.every(([, , result]) => result === first[2]) ? first[2] : dyn;
}

function listFits(type: StaticType): boolean {
  return type.kind === "list" || type.kind === "dyn" || type.kind === "free";
}
