import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { oneBuildAtATime } from "./one-build-at-a-time.ts";

let checkout = "";
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), "one-build-"));
});
afterEach(() => rmSync(checkout, { recursive: true, force: true }));

test("work that comes while other work is done waits for its end", async () => {
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 30));
    seen.push(`${name} ends`);
    return name;
  };
  const done = await Promise.all(["a", "b", "c"].map((name) => oneBuildAtATime(checkout, work(name), 5)));
  expect(done).toEqual(["a", "b", "c"]);
  expect(seen).toHaveLength(6);
  for (let at = 0; at < seen.length; at += 2) expect(seen[at + 1]).toBe(seen[at]?.replace("begins", "ends"));
});

test("work that fails leaves the way free, and its error is the caller's", async () => {
  await expect(oneBuildAtATime(checkout, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await oneBuildAtATime(checkout, () => Promise.resolve("yes"))).toBe("yes");
  expect(existsSync(join(checkout, "node_modules/.astro/building"))).toBe(false);
});

test("what a process left behind that died keeps nobody waiting", async () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  mkdirSync(join(checkout, "node_modules/.astro"), { recursive: true });
  writeFileSync(join(checkout, "node_modules/.astro/building"), String(pid));
  expect(await oneBuildAtATime(checkout, () => Promise.resolve("built"))).toBe("built");
});

test("what is older than any build keeps nobody waiting, whoever has its number now", async () => {
  const lock = join(checkout, "node_modules/.astro/building");
  mkdirSync(join(checkout, "node_modules/.astro"), { recursive: true });
  writeFileSync(lock, String(process.pid));
  const before = Date.now() / 1000 - 3600;
  utimesSync(lock, before, before);
  expect(await oneBuildAtATime(checkout, () => Promise.resolve("built"))).toBe("built");
});
