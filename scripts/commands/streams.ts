import { buffer } from "node:stream/consumers";

/** What a command may read from and write to; tests give their own. */
export interface Streams {
  /** The document: findings, in the form asked for. */
  out(text: string): void;
  /** What is said about the run itself. */
  err(text: string): void;
  /** All of standard input. */
  input(): Promise<Uint8Array>;
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
  };
}
