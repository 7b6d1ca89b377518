import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../../scripts/commands/run.ts";
import { baseLibrary } from "../../src/checks/examples/load-overlay.ts";

// What a warning and an error do to the exit code of each command, as the pages of checks say it.

const folder = mkdtempSync(join(tmpdir(), "horror-exit-"));
const manifest = (name: string) => join(folder, `${name}.yaml`);
const deployment = (replicas: string) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: shop\nspec:\n  replicas: ${replicas}\n`;
const rest =
  "  selector:\n    matchLabels:\n      app: shop\n  template:\n    metadata:\n      labels:\n        app: shop\n    spec:\n      containers:\n        - name: shop\n          image: registry.example/shop:1.4.2\n";

beforeAll(() => {
  writeFileSync(manifest("error"), `${deployment('"2"')}${rest}`);
  writeFileSync(manifest("warning"), "apiVersion: v1\nkind: Endpoints\nmetadata:\n  name: shop\n");
  writeFileSync(manifest("one-replica"), `${deployment("1")}${rest}`);
  writeFileSync(manifest("tab"), "a:\n\tb: 1\n");
});

afterAll(() => rmSync(folder, { recursive: true }));

describe.each([
  ["validate", manifest("error"), 1, 1],
  ["validate", manifest("warning"), 0, 1],
  ["scan", manifest("one-replica"), 1, 1],
  ["scan", manifest("tab"), 1, 1],
])("horror %s %s", (command, file, code, strict) => {
  test("gives the exit code of its severity", async () => {
    expect(await exitCode([command, file])).toBe(code);
    expect(await exitCode([command, file, "--fail-on", "warning"])).toBe(strict);
    expect(await exitCode([command, file, "--fail-on", "never"])).toBe(0);
  });
});

test("a scan can be told to fail on errors only", async () => {
  expect(await exitCode(["scan", manifest("one-replica"), "--fail-on", "error"])).toBe(0);
  expect(await exitCode(["scan", manifest("tab"), "--fail-on", "error"])).toBe(1);
});

test.each([
  ["a warning", "evidence/nodes.txt", 0, 1],
  ["an error", "notes.txt", 1, 1],
])("horror check, with %s", async (_name, file, code, strict) => {
  const library = mkdtempSync(join(folder, "library-"));
  cpSync(baseLibrary, library, { recursive: true });
  const content = join(library, "content");
  writeFileSync(join(content, "stories/example-story", file), "node-3 NotReady\n");
  expect(await exitCode(["check"], content)).toBe(code);
  expect(await exitCode(["check", "--fail-on", "warning"], content)).toBe(strict);
});

async function exitCode(args: readonly string[], content = join(baseLibrary, "content")): Promise<number> {
  return run([...args], {
    out: () => undefined,
    err: () => undefined,
    input: async () => new Uint8Array(),
    environment: { HORROR_CONTENT: content },
  });
}
