import { createInterface } from "node:readline/promises";
import { buffer } from "node:stream/consumers";

/** What a command may read from and write to; tests give their own. */
export interface Streams {
  /** The document: findings, in the form asked for. */
  out(text: string): void;
  /** What is said about the run itself. */
  err(text: string): void;
  /** All of standard input. */
  input(): Promise<Uint8Array>;
  /** Asks whoever sits at the terminal; absent where nobody does. Gives undefined at the end of input. */
  ask?(question: string): Promise<string | undefined>;
  environment: NodeJS.ProcessEnv;
}

/** The streams of this process. A reader that stops reading, such as head, is no error. */
export function processStreams(): Streams {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  return {
    out: (text) => {
      process.stdout.write(text);
    },
    err: (text) => {
      process.stderr.write(text);
    },
    input: () => buffer(process.stdin),
    environment: process.env,
    ...(process.stdin.isTTY && process.stderr.isTTY ? { ask: askAtTerminal } : {}),
  };
}

async function askAtTerminal(question: string): Promise<string | undefined> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const closed = new Promise<undefined>((resolve) => terminal.once("close", () => resolve(undefined)));
  try {
    return await Promise.race([terminal.question(question), closed]);
  } finally {
    terminal.close();
  }
}
