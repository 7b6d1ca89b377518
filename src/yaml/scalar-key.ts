import type { Scalar } from "yaml";
import { resolveScalar } from "./resolve-scalar.ts";
import type { YamlDialect } from "./yaml-types.ts";

/**
 * The name a scalar gives as a key. `core` takes it as written; `kubernetes` resolves it first and then writes it as
 * JSON, as sigs.k8s.io/yaml does: `on:` becomes "true", `012:` becomes "10". Undefined for the empty key there.
 */
export function scalarKey(node: Scalar, dialect: YamlDialect): string | undefined {
  const text = typeof node.source === "string" ? node.source : String(node.value ?? "");
  if (dialect === "core" || node.type !== "PLAIN" || node.tag !== undefined) return text;
  const value = resolveScalar(text, dialect);
  return value === null ? undefined : String(value);
}
