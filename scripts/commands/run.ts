import { readFileSync } from "node:fs";
import { nearestName } from "../../src/finding/nearest-name.ts";
import { type Command, exitCodes } from "./command.ts";
import type { Streams } from "./streams.ts";
import { UsageError } from "./usage-error.ts";

/** Every command by its name, in the order of the help text; one is loaded when it is named, which is most of its time. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import("./check.ts")).check,
  validate: async () => (await import("./validate.ts")).validate,
  policy: async () => (await import("./policy.ts")).policy,
  scan: async () => (await import("./scan.ts")).scan,
  diagnose: async () => (await import("./diagnose.ts")).diagnose,
  new: async () => (await import("./new.ts")).scaffold,
  review: async () => (await import("./review.ts")).review,
};

/** Runs the command the arguments name. Gives the exit code; never throws. */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  try {
    return await dispatch(args, streams);
  } catch (cause) {
    if (cause instanceof UsageError) streams.err(`horror: ${cause.message}\n`);
    else streams.err(`horror could not run: ${causes(cause)}\n`);
    return exitCodes.failed;
  }
}

async function dispatch([name, ...rest]: readonly string[], streams: Streams): Promise<number> {
  if (name === undefined)
    throw new UsageError(`name a command: ${Object.keys(commands).join(", ")}; --help says more.`);
  if (name === "--version" || name === "-v") {
    streams.out(`${version()}\n`);
    return exitCodes.clean;
  }
  if (name === "--help" || name === "-h" || name === "help") {
    streams.out(rest[0] === undefined ? await overview() : (await find(rest[0])).usage);
    return exitCodes.clean;
  }
  const command = await find(name);
  const end = rest.indexOf("--");
  if ((end === -1 ? rest : rest.slice(0, end)).some((word) => word === "--help" || word === "-h")) {
    streams.out(command.usage);
    return exitCodes.clean;
  }
  return await command.run(rest, streams);
}

function find(name: string): Promise<Command> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load) return load();
  const near = nearestName(name, Object.keys(commands));
  throw new UsageError(
    `there is no command "${name}"${near ? `; did you mean ${near}?` : `; there are ${Object.keys(commands).join(", ")}.`}`,
  );
}

async function overview(): Promise<string> {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const all = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => ({ name, summary: (await load()).summary })),
  );
  return [
    "Usage: horror <command> [options]",
    "",
    ...all.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "horror help <command> says more. Exit codes: 0 clean, 1 findings, 2 could not run.",
    "",
  ].join("\n");
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return (manifest as { version: string }).version;
}

function causes(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const stack =
    cause.cause === undefined ? (cause.stack ?? cause.message) : `${cause.message}\n${causes(cause.cause)}`;
  return stack;
}
