import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { nearestName } from "../../src/finding/nearest-name.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Reads a command's arguments with node:util's parseArgs. Throws UsageError in one sentence where an option is
 * unknown, lacks its value or has one it does not take.
 */
export function readArguments<const Options extends ParseArgsOptionsConfig>(
  command: string,
  args: string[],
  options: Options,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (cause) {
    throw new UsageError(explain(command, args, Object.keys(options), cause), { cause });
  }
}

/** Gives the value if it is one of those allowed, and throws UsageError otherwise. */
export function oneOf<const Value extends string>(
  option: string,
  value: string,
  allowed: readonly Value[],
): Value {
  const found = allowed.find((name) => name === value);
  if (found !== undefined) return found;
  const near = nearestName(value, allowed);
  throw new UsageError(
    `--${option} cannot be "${value}"${near ? `; did you mean ${near}?` : `; it is one of ${allowed.join(", ")}.`}`,
  );
}

function explain(command: string, args: readonly string[], names: readonly string[], cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  const message = cause instanceof Error ? cause.message : String(cause);
  const option =
    /'(?:-\w, )?(-{1,2}[^\s'=<]+)/.exec(message)?.[1] ?? args.find((word) => word.startsWith("-")) ?? "";
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
    const near = nearestName(option.replace(/^-+/, ""), names);
    return `${command} has no option ${option}${near ? `; did you mean --${near}?` : `; it has ${names.map((name) => `--${name}`).join(", ")}.`}`;
  }
  if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE")
    return /does not take an argument/.test(message)
      ? `${option} takes no value.`
      : `${option} needs a value.`;
  return message.split("\n")[0] ?? message;
}
