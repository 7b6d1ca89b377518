import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test("another revision is built beside this one, compared, and taken away again", () => {
  const worktrees = () => spawnSync("git", ["worktree", "list"], { encoding: "utf8" }).stdout;
  const run = spawnSync(process.execPath, ["scripts/compare-builds.ts", "HEAD"], { encoding: "utf8" });
  expect(run.stderr).toBe("");
  expect(run.status).toBe(0);
  expect(run.stdout).toMatch(/^## Against HEAD\n\n\| kind \| files \| KB \| KB, gzip \|\n/);
  expect(run.stdout).toMatch(/^\| \.html \| \d+/m);
  expect(worktrees()).not.toContain("horror-compare");
});

test("a revision that is not there is said in a sentence", () => {
  const run = spawnSync(process.execPath, ["scripts/compare-builds.ts", "no-such-revision"], {
    encoding: "utf8",
  });
  expect(run.status).toBe(2);
  expect(run.stderr).toContain("The comparison with no-such-revision did not come to an end");
});
