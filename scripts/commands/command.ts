import type { Streams } from "./streams.ts";

/** One command of horror. */
export interface Command {
  /** What it does, in the list of commands. */
  summary: string;
  /** The whole help text. */
  usage: string;
  /** Takes the arguments after the command's name and gives the exit code; throws UsageError. */
  run(args: string[], streams: Streams): Promise<number>;
}

/** Exit codes of every command. */
export const exitCodes = {
  /** Nothing to complain about. */
  clean: 0,
  /** There are findings. */
  findings: 1,
  /** It could not run: bad usage, input that cannot be read, a defect. */
  failed: 2,
} as const;
