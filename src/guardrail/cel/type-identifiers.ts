import {
  bool,
  bytes,
  double,
  duration,
  dyn,
  int,
  listOf,
  mapOf,
  nullType,
  opaque,
  optionalOf,
  type StaticType,
  string,
  timestamp,
  typeOf,
  uint,
} from "./cel-types.ts";
import { CelType } from "./cel-value.ts";

const types: readonly (readonly [string, StaticType])[] = [
  ["bool", bool],
  ["bytes", bytes],
  ["double", double],
  ["int", int],
  ["list", listOf(dyn)],
  ["map", mapOf(dyn, dyn)],
  ["null_type", nullType],
  ["string", string],
  ["type", typeOf(dyn)],
  ["uint", uint],
  ["optional_type", optionalOf(dyn)],
  ["google.protobuf.Timestamp", timestamp],
  ["google.protobuf.Duration", duration],
  ["net.IP", opaque("net.IP")],
  ["net.CIDR", opaque("net.CIDR")],
  ["kubernetes.Quantity", opaque("kubernetes.Quantity")],
  ["kubernetes.URL", opaque("kubernetes.URL")],
  ["kubernetes.Semver", opaque("kubernetes.Semver")],
  ["kubernetes.Image", opaque("kubernetes.Image")],
];

/** The identifiers that name a type: `type(x) == int`. */
export const typeIdentifiers: ReadonlyMap<string, { type: StaticType; value: CelType }> = new Map(
  types.map(([name, type]) => [name, { type, value: new CelType(name) }]),
);
