import { createInterface } from "node:readline";
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

/** Lines that arrive in such quick succession, in milliseconds, were pasted together and belong to one answer. */
const pasted = 40;

/**
 * Asks one question. Several pasted lines are one answer, so that they do not answer the questions after it; a last line
 * without its end waits for Enter.
 */
async function askAtTerminal(question: string): Promise<string | undefined> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const lines: string[] = [];
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      if (terminal.line === "") terminal.close();
    };
    terminal.on("line", (line) => {
      lines.push(line);
      clearTimeout(timer);
      timer = setTimeout(settle, pasted);
    });
    terminal.once("close", () => {
      clearTimeout(timer);
      resolve(lines.length === 0 ? undefined : lines.join("\n"));
    });
    const [last = "", ...above] = question.split("\n").reverse();
    process.stderr.write(
      above
        .reverse()
        .map((line) => `${line}\n`)
        .join(""),
    );
    terminal.setPrompt(last);
    terminal.prompt();
  });
}
