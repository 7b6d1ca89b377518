import { isScalar } from "yaml";
import { builtInGroup, freeMaps, openParts, type Spot } from "./spots.ts";

/** Free mappings that hold quantities, so that numbers are right in them. */
const quantityMaps = new Set([
  "capacity",
  "default",
  "defaultRequest",
  "hard",
  "limits",
  "max",
  "maxLimitRequestRatio",
  "min",
  "overhead",
  "podFixed",
  "requests",
]);

const booleans = new Set([
  "hostNetwork",
  "readOnly",
  "automountServiceAccountToken",
  "privileged",
  "runAsNonRoot",
  "readOnlyRootFilesystem",
  "allowPrivilegeEscalation",
  "optional",
  "suspend",
  "served",
  "storage",
  "immutable",
  "stdin",
  "tty",
]);

/** Values of another type than the one there. */
export function wrongValues(spot: Spot): string[] {
  const { value, path, apiVersion } = spot;
  const name = String(path.at(-1));
  if (!isScalar(value) || value.tag !== undefined) return [];
  const free = freeMaps.has(String(path.at(-2)));
  const quantities = quantityMaps.has(String(path.at(-2)));
  if (path.includes("status") || path.includes("fieldsV1") || path.includes("openAPIV3Schema")) return [];
  if (!builtInGroup.test(apiVersion)) {
    // What a custom kind takes is often looser; a mapping in place of a single value never is.
    return free || path.some((step) => openParts.has(String(step)))
      ? []
      : typeof value.value === "number"
        ? ["{a: b}"]
        : [];
  }
  if (path.includes("opaque")) return [];
  if (free && quantities) return ["{a: b}", "[1]", "true"];
  if (free) return name === "options" ? [] : ["12", "true", "{a: b}", "[x]"];
  if (typeof value.value === "string") {
    if (/^(?:kind|apiVersion)$/.test(name) && path.length === 1) return [];
    if (["port", "targetPort", "maxSurge", "maxUnavailable", "minAvailable", "nodes"].includes(name))
      return ["true", "{a: b}"];
    if (
      [
        "storage",
        "divisor",
        "value",
        "averageValue",
        "sizeLimit",
        "cpu",
        "memory",
        "default",
        "example",
      ].includes(name)
    )
      return ["{a: b}"];
    return ["12", "true", "{a: b}", "[x]"];
  }
  if (typeof value.value === "number") {
    if (["port", "targetPort", "maxSurge", "maxUnavailable", "minAvailable"].includes(name))
      return ["true", "{a: b}"];
    if (["divisor", "averageValue", "value", "default", "sizeLimit", "storage"].includes(name))
      return ["{a: b}"];
    return ["many", `"${value.value}"`, "true", "{a: b}", "[1]"];
  }
  if (typeof value.value === "boolean") return booleans.has(name) ? ['"true"', "1", "{a: b}", "enabled"] : [];
  return [];
}
