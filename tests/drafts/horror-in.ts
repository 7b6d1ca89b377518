import { cpSync, mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { run } from "../../scripts/commands/run.ts";

/** A copy of this library's content in a folder of its own, for commands that write. */
export function copyOfContent(): string {
  const content = mkdtempSync(join(tmpdir(), "horror-"));
  cpSync("content", content, { recursive: true });
  return content;
}

/** Runs a command on a content folder; `answers` are what somebody types at the terminal, line by line. */
export async function horrorIn(
  content: string,
  args: string[],
  { input = "", answers }: { input?: string; answers?: readonly string[] } = {},
) {
  let out = "";
  let err = "";
  const lines = [...(answers ?? [])];
  const code = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    input: async () => new TextEncoder().encode(input),
    environment: { HORROR_CONTENT: content },
    ...(answers === undefined
      ? {}
      : {
          ask: async (question: string) => {
            err += question;
            return lines.shift();
          },
        }),
  });
  return { code, out, err };
}

/** Every file below a folder with its text, by path. */
export function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .sort()
      .map((path) => [relative(folder, path), readFileSync(path, "utf8")]),
  );
}
