import { nearestName } from "../finding/nearest-name.ts";
import type { YamlPath } from "../yaml/yaml-types.ts";
import { type CompiledSchema, typeBits } from "./compile-schema.ts";
import { type Fault, pathText } from "./fault.ts";
import { shown } from "./plain-values.ts";

/** The fault of a value whose type is not allowed; its path is empty, for the value at hand. */
export function wrongTypeFault(value: unknown, schema: CompiledSchema, path: YamlPath): Fault {
  const place = pathText(path) || "The document";
  return {
    code: "manifest-wrong-type",
    path: [],
    message: `${place} takes ${expected(schema)}, but got ${typed(value)}.`,
    fix: howToFix(value, schema),
  };
}

/** The fault of an empty list item where the list holds values. */
export function nullItemFault(items: CompiledSchema, path: YamlPath): Fault {
  return {
    code: "manifest-null-item",
    path: [],
    message: `${pathText(path)} is empty; the list takes ${expected(items)} per item.`,
    fix: "Delete the `-`, or write a value after it.",
  };
}

/** The fault of a value that is none of those allowed. */
export function enumFault(value: unknown, allowed: readonly unknown[], path: YamlPath): Fault {
  const words = allowed
    .filter((one) => one !== "")
    .map((one) => (typeof one === "string" ? one : JSON.stringify(one)));
  const near = typeof value === "string" ? nearestName(value, words) : undefined;
  const list = words.length > 12 ? `${words.slice(0, 12).join(", ")}, …` : words.join(", ");
  return {
    code: "manifest-bad-enum",
    path: [],
    message: `${pathText(path) || "The value"} is ${shown(value)}; allowed is ${list}.`,
    fix: near === undefined ? "Write one of the allowed values." : `Write ${near}.`,
  };
}

/** What a schema takes, with its article. */
export function expected(schema: CompiledSchema): string {
  switch (schema.scalar) {
    case "quantity":
      return "a quantity (a number or text such as 500m or 1Gi)";
    case "intOrString":
      return "an integer or text";
    case "int32":
    case "integer":
      return "an integer";
    case "dateTime":
      return "a date and time as text";
    default:
  }
  const names: string[] = [];
  if (schema.types & typeBits.boolean) names.push("true or false");
  if (schema.types & typeBits.number) names.push("a number");
  if (schema.types & typeBits.string) names.push("text");
  if (schema.types & typeBits.array) names.push("a list");
  if (schema.types & typeBits.object) names.push("a mapping");
  return names.join(" or ") || "nothing";
}

function typed(value: unknown): string {
  if (typeof value === "string") return `the text ${shown(value)}`;
  if (typeof value === "number") return `the number ${value}`;
  if (typeof value === "boolean") return `the boolean ${value}`;
  return shown(value);
}

function howToFix(value: unknown, schema: CompiledSchema): string {
  const { types } = schema;
  if (typeof value === "string") {
    if (types & typeBits.number && value.trim() !== "" && Number.isFinite(Number(value))) {
      return `Take the quotes off: ${value.trim()}.`;
    }
    if (types & typeBits.boolean && /^(?:true|false)$/i.test(value)) {
      return `Take the quotes off: ${value.toLowerCase()}.`;
    }
    if (types & typeBits.array) return `Write a list: [${shown(value)}].`;
    if (types & typeBits.object) return "Write `key: value` lines under it, indented further.";
  }
  if ((typeof value === "number" || typeof value === "boolean") && types & typeBits.string) {
    return typeof value === "boolean"
      ? "Put the word in quotes; without them it is read as a boolean."
      : `Put it in quotes: "${value}".`;
  }
  if (Array.isArray(value) && types & typeBits.object)
    return "Take the `- ` off: this is one mapping, not a list.";
  if (Array.isArray(value) && types & typeBits.string) return "Write one value instead of a list.";
  if (typeof value === "object" && types & typeBits.array) return "Start each item with `- `.";
  if (typeof value === "object")
    return "Write the value on the line of its key, or check the indentation below it.";
  return `Write ${expected(schema)}.`;
}
