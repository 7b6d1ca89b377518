import { pathText } from "../fault.ts";
import { portNameProblem } from "../names.ts";
import { isGiven, isRecord, listOf, shown } from "../plain-values.ts";
import type { RuleContext } from "../rule.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Reports a port outside of 1 to 65535. */
export function checkPortNumber(
  value: unknown,
  path: readonly (string | number)[],
  { report, path: base }: RuleContext,
): void {
  if (typeof value !== "number" || (value >= 1 && value <= 65535)) return;
  report({
    code: "manifest-bad-port",
    path,
    message: `${pathText([...base, ...path])} is ${value}; a port is between 1 and 65535.`,
    fix: "Write the port the process listens on.",
  });
}

/** Reports a port that is neither a number in range nor a well-formed name. */
export function checkPortOrName(
  value: unknown,
  path: readonly (string | number)[],
  context: RuleContext,
): void {
  if (typeof value === "number") checkPortNumber(value, path, context);
  if (typeof value !== "string") return;
  const problem = portNameProblem(value);
  if (problem === undefined) return;
  const digits = /^\d+$/.test(value);
  context.report({
    code: "manifest-bad-port",
    path,
    message: `The port name ${shown(value)} ${problem}.`,
    fix: digits
      ? `Take the quotes off: ${value}.`
      : "Write a port number, or the name of a port of the container.",
  });
}

/** Exactly one of some fields; `none` is passed over where `optional`. */
export function checkOneOf(
  value: Readonly<Record<string, unknown>>,
  fields: readonly string[],
  what: string,
  context: RuleContext,
  optional = false,
): void {
  // In the order of the text, so that the one that came on top is marked.
  const given = Object.keys(value).filter((field) => fields.includes(field) && isGiven(value[field]));
  if (given.length > 1) {
    context.report({
      code: "manifest-exclusive-fields",
      path: [given[1] ?? ""],
      on: "key",
      message: `${what} has ${given.join(" and ")}; only one of them may be given.`,
      fix: "Keep one.",
    });
  }
  if (given.length === 0 && !optional && !context.excerpt) {
    context.report({
      code: "manifest-missing-field",
      path: [],
      on: "key",
      message: `${what} has none of ${fields.length > 6 ? `${fields.slice(0, 6).join(", ")}, …` : fields.join(", ")}.`,
      fix: "Add one of them.",
    });
  }
}

/** Reports the second of two items with the same name. */
export function checkUnique(
  list: unknown,
  path: readonly string[],
  key: (item: Readonly<Record<string, unknown>>) => string | undefined,
  say: (name: string) => string,
  { report }: RuleContext,
  field = "name",
): void {
  const seen = new Set<string>();
  listOf(list).forEach((item, index) => {
    const name = isRecord(item) ? key(item) : undefined;
    if (name === undefined) return;
    if (seen.has(name)) {
      const place = isRecord(item) && isGiven(item[field]) ? [...path, index, field] : [...path, index];
      report({ code: "manifest-duplicate-name", path: place, message: say(name), fix: "Give each its own." });
    }
    seen.add(name);
  });
}

/** Reports numbers below a least value. */
export function checkAtLeast(
  value: Fields,
  fields: readonly string[],
  least: number,
  { report }: RuleContext,
): void {
  for (const field of fields) {
    const number = value[field];
    if (typeof number !== "number" || number >= least) continue;
    const message = `${field} is ${number}; it cannot be less than ${least}.`;
    report({ code: "manifest-bad-value", path: [field], message, fix: `Write ${least} or more.` });
  }
}

/** An integer of 0 or more, or a percentage; gives what it means as a number or share, or undefined. */
export function checkIntOrPercent(
  value: unknown,
  path: readonly string[],
  { report }: RuleContext,
): { amount: number; percent: boolean } | undefined {
  if (typeof value === "number") {
    if (value >= 0) return { amount: value, percent: false };
    const message = `${path.at(-1)} is ${value}; it cannot be less than 0.`;
    report({ code: "manifest-bad-value", path, message, fix: "Write 0 or more, or a percentage." });
  }
  if (typeof value === "string") {
    const match = /^(\d+)%$/.exec(value);
    if (match) return { amount: Number(match[1]), percent: true };
    report({
      code: "manifest-bad-value",
      path,
      message: `${path.at(-1)} is ${shown(value)}; it is a number, or a percentage such as "25%".`,
      fix: /^\d+$/.test(value)
        ? `Take the quotes off: ${value}.`
        : 'Write a number or a percentage such as "25%".',
    });
  }
  return undefined;
}
