import type { core, z } from "zod";
import type { Finding } from "../finding/finding.ts";
import { makeFinding } from "../finding/make-finding.ts";
import type { YamlDocument } from "../yaml/yaml-types.ts";
import { describeIssue } from "./describe-issue.ts";
import { descriptionAt, knownKeysAt } from "./schema-lookup.ts";

/**
 * Holds a YAML document against a schema. Gives the typed value where it fits, and a finding at the key or value
 * concerned for everything that does not. Of the fields named `unread` nothing is known, and nothing is said.
 */
export function validateDocument<Schema extends z.ZodType>(
  schema: Schema,
  document: YamlDocument,
  file: string,
  unread: readonly string[] = [],
): { value?: z.infer<Schema>; findings: Finding[] } {
  const result = schema.safeParse(document.value ?? {});
  if (result.success) return { value: result.data, findings: [] };
  const findings = result.error.issues
    .flatMap((issue) => flatten(issue, document.value))
    .filter(({ path: [field] }) => !unread.includes(String(field)))
    .map((issue) => {
      const path = issue.path.filter((step) => typeof step !== "symbol");
      const described = describeIssue(issue, {
        knownKeys: knownKeysAt(schema, path),
        description: descriptionAt(schema, path),
        found: valueAtPath(document.value, path),
      });
      return described.map(({ code, path: at, at: which, message, fix }) =>
        makeFinding({
          code,
          file,
          at: which === "key" ? document.keyAt(at) : document.valueAt(at),
          message,
          fix,
        }),
      );
    });
  return { findings: findings.flat() };
}

/**
 * A union that fails says little. Where one of its forms clearly was meant (it shares keys with what was found, or
 * the found value has its type), that form's own issues are reported instead.
 */
function flatten(issue: core.$ZodIssue, root: unknown): core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const found = valueAtPath(
    root,
    issue.path.filter((step) => typeof step !== "symbol"),
  );
  const forms = issue.errors
    .map((form) => form.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })))
    .filter(
      (form) =>
        !form.some((inner) => inner.code === "invalid_type" && inner.path.length === issue.path.length),
    )
    .filter(
      (form) => !form.some(({ code, path }) => code === "invalid_value" && path.length === issue.path.length),
    );
  const best = forms.sort((a, b) => weight(a) - weight(b))[0];
  // A number, true or a list where text is wanted: none of the forms was meant.
  const [text] = issue.errors
    .flat()
    .filter(({ code, path }) => code === "invalid_type" && path.length === 0)
    .filter((inner) => inner.code === "invalid_type" && inner.expected === "string");
  if (!best && found !== undefined && typeof found !== "string" && text)
    return [{ ...text, path: issue.path }];
  return best && found !== undefined
    ? best.flatMap((inner) => flatten(inner as core.$ZodIssue, root))
    : [issue];
}

/** How far a form is from what was found: unknown keys weigh most. */
function weight(form: core.$ZodIssue[]): number {
  return form.reduce(
    (sum, issue) => sum + (issue.code === "unrecognized_keys" ? 3 * issue.keys.length : 1),
    0,
  );
}

function valueAtPath(value: unknown, path: readonly (string | number)[]): unknown {
  let found = value;
  for (const step of path) {
    if (found === null || typeof found !== "object") return undefined;
    found = (found as Record<string | number, unknown>)[step];
  }
  return found;
}
