// Runs every measurement of this folder, each in a process of its own, and fails where one misses its bound.
// npm run bench [NAME…]
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** What measurements are made with, and this file. */
const others = new Set(["bench.ts", "deployment-text.ts", "many-stories.ts"]);
const names = process.argv.slice(2);
const scripts = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && !others.has(file))
  .filter((file) => names.length === 0 || names.includes(file.slice(0, -".ts".length)))
  .sort();
if (scripts.length === 0) throw new Error(`there is no measurement called ${names.join(" or ")}`);
for (const file of scripts) {
  console.log(`\n── ${file.slice(0, -".ts".length)}`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, file)], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
