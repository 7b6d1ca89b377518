import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { run } from "../../scripts/commands/run.ts";

// Each folder holds command.txt (an optional line "cd FOLDER", then the command line, which may set variables in front),
// its input files, and expected.txt with the exit code and both streams. A file stdin.txt is what the command reads from
// standard input.

const root = resolve("tests/commands");
const home = process.cwd();
const cases = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test("there are cases", () => expect(cases.length).toBeGreaterThanOrEqual(25));

afterEach(() => process.chdir(home));

describe.each(cases)("%s", (name) => {
  test("exits, prints and says what is expected", async () => {
    const folder = join(root, name);
    const lines = readFileSync(join(folder, "command.txt"), "utf8").trim().split("\n");
    const move = /^cd (.+)$/.exec(lines[0] ?? "")?.[1];
    const line = words(lines.at(-1) ?? "");
    const start = line.findIndex((word) => !/^[A-Z_]+=/.test(word));
    const environment = Object.fromEntries(line.slice(0, start).map((word) => word.split("=")));
    const [program, ...args] = line.slice(start);
    expect(program).toBe("horror");
    process.chdir(join(folder, move ?? "."));
    let out = "";
    let err = "";
    const code = await run(args, {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      input: async () => readFileSync(join(folder, "stdin.txt")),
      environment,
    });
    process.chdir(home);
    const text = `exit code ${code}\n--- stdout\n${out}--- stderr\n${err}`;
    await expect(text.replaceAll(`${home}/`, "/library/")).toMatchFileSnapshot(join(folder, "expected.txt"));
  });
});

/** Words of a command line, with quotes as a shell reads them. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
}
