import type { core } from "zod";
import type { FindingCode } from "../finding/codes.ts";
import { nearestName } from "../finding/nearest-name.ts";

/** What a finding says of one Zod issue, and the path it is about. */
export interface DescribedIssue {
  code: FindingCode;
  path: (string | number)[];
  /** Whether the key or the value is at fault. */
  at: "key" | "value";
  message: string;
  fix: string;
}

/** What is known of the place an issue is about. */
export interface IssueContext {
  /** Names of the fields allowed where an unknown one was found. */
  knownKeys: readonly string[];
  /** What a missing or wrong field means, as the schema documents it. */
  description?: string | undefined;
  /** The value found. */
  found: unknown;
}

/** The only place that words what Zod found; it decides nothing. */
export function describeIssue(issue: core.$ZodIssue, context: IssueContext): DescribedIssue[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  const name = nameOf(path);
  const meaning = context.description ? ` ${name} is: ${lowerFirst(context.description)}` : "";
  const value = (code: FindingCode, message: string, fix: string): DescribedIssue[] => [
    { code, path, at: "value", message, fix },
  ];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => {
        const near = nearestName(key, context.knownKeys);
        return {
          code: "field-unknown",
          path: [...path, key],
          at: "key",
          message: `There is no field "${key}" ${path.length > 0 ? `in ${name}` : "here"}${near ? `; did you mean "${near}"?` : "."}`,
          fix: near ? `Write ${near}.` : `Remove it, or use one of: ${context.knownKeys.join(", ")}.`,
        };
      });
    case "invalid_type":
      if (context.found === undefined) {
        return missing(path, `Add it.${meaning}`);
      }
      return value(
        "field-wrong-type",
        `${name} is ${typeName(context.found)}, and ${article(issue.expected)} is expected.`,
        typeFix(issue.expected, context.found),
      );
    case "invalid_value": {
      const allowed = issue.values.map(String);
      if (context.found === undefined) {
        return missing(path, `Add it, as one of: ${allowed.join(", ")}.`);
      }
      const near = typeof context.found === "string" ? nearestName(context.found, allowed) : undefined;
      return value(
        "field-not-allowed",
        `${name} is ${quote(context.found)}${near ? `; did you mean "${near}"?` : "."}`,
        `Use one of: ${allowed.join(", ")}.`,
      );
    }
    case "too_big":
    case "too_small": {
      const big = issue.code === "too_big";
      const limit = big ? issue.maximum : issue.minimum;
      const what =
        issue.origin === "string"
          ? "characters"
          : issue.origin === "array"
            ? "entries"
            : issue.origin === "record"
              ? "entries"
              : "";
      const size = sizeOf(context.found);
      return value(
        "field-wrong-length",
        what
          ? `${name} has ${size} ${size === 1 ? singular(what) : what}; it ${big ? "may have at most" : "needs at least"} ${limit}.`
          : `${name} is ${quote(context.found)}; it may be at ${big ? "most" : "least"} ${limit}.`,
        big ? "Make it shorter." : `Say more.${meaning}`,
      );
    }
    case "invalid_format":
      return value(
        "field-bad-format",
        `${name} is ${quote(context.found)}.`,
        formatHint(issue) ?? issue.message,
      );
    case "invalid_union":
      if (context.found === undefined) return missing(path, `Add it.${meaning}`);
      return value(
        "field-not-allowed",
        `${name} has none of the forms it may have: ${quote(context.found)}.`,
        meaning.trim() || "See the template story for its forms.",
      );
    case "custom":
      return value("field-bad-format", issue.message, meaning.trim() || "Correct it.");
    default:
      return value("field-bad-format", `${name}: ${issue.message}`, meaning.trim() || "Correct it.");
  }
}

function singular(word: string): string {
  return word === "entries" ? "entry" : word.replace(/s$/, "");
}

function missing(path: (string | number)[], fix: string): DescribedIssue[] {
  const inside = path.length > 1 ? ` in ${nameOf(path.slice(0, -1))}` : "";
  return [
    {
      code: "field-missing",
      path,
      at: "key",
      message: `The field "${path.at(-1)}" is missing${inside}.`,
      fix,
    },
  ];
}

function formatHint(issue: core.$ZodIssueInvalidStringFormat): string | undefined {
  if (issue.format === "date") return "Write a day that exists as YYYY-MM-DD.";
  return undefined;
}

/** A path as an author would say it: sources[0].url. */
function nameOf(path: readonly (string | number)[]): string {
  if (path.length === 0) return "The file";
  return path
    .map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join("");
}

function quote(value: unknown): string {
  const text = typeof value === "string" ? `"${value}"` : JSON.stringify(value);
  return text === undefined ? "nothing" : text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function sizeOf(value: unknown): number {
  if (typeof value === "string" || Array.isArray(value)) return value.length;
  return value !== null && typeof value === "object" ? Object.keys(value).length : 0;
}

function typeName(value: unknown): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  return `the ${typeof value} ${JSON.stringify(value)}`;
}

const articles: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping",
  record: "a mapping",
};

function article(expected: string): string {
  return articles[expected] ?? expected;
}

function typeFix(expected: string, found: unknown): string {
  if (expected === "string" && (typeof found === "number" || typeof found === "boolean"))
    return "Put it in quotes, as it is written; without them YAML reads something else.";
  if (expected === "array") return "Write a list: each entry on its own line after a dash.";
  if (found === null) return "Give it a value, or remove the field where it may be left out.";
  return `Give ${article(expected)}.`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
