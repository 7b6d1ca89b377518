import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

// An installed command stands below node_modules, where Node reads no TypeScript: that is how pre-commit runs it.

let folder = "";
let home = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "horror-installed-"));
  home = join(folder, "node_modules", "kubernetes-horror-stories");
  for (const part of ["src", "scripts", "content", "package.json"])
    cpSync(part, join(home, part), { recursive: true });
  symlinkSync(resolve("node_modules"), join(home, "node_modules"), "dir");
});
afterAll(() => rmSync(folder, { recursive: true }));

test("the command works where a package manager put it", () => {
  const run = spawnSync(process.execPath, [join(home, "scripts", "horror.mjs"), "scan", "broken.yaml"], {
    cwd: resolve("content/stories/moonlight-pods-on-one-node"),
    encoding: "utf8",
  });
  expect(run.stderr).toBe("");
  expect(run.status).toBe(1);
  expect(run.stdout).toMatch(
    /^broken\.yaml:3:1: warning: .* \[guardrail-violation: horror-replicas-may-share-a-node\]/,
  );
});
