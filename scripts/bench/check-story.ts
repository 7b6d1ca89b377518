// Times `horror check content/stories/<id>`, the whole process, for the story with the most to prove.
// node scripts/bench/check-story.ts
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const rounds = 5;
const limit = 2000;
const folder = "content/stories";
const size = (id: string) =>
  readdirSync(join(folder, id), { recursive: true, encoding: "utf8" })
    .map((file) => statSync(join(folder, id, file)))
    .reduce((sum, status) => sum + (status.isFile() ? status.size : 0), 0);
const stories = readdirSync(folder).sort((a, b) => size(b) - size(a));
const story = stories.find((id) =>
  /^guardrail: [a-z]/m.test(readFileSync(join(folder, id, "story.mdx"), "utf8")),
);
if (story === undefined) throw new Error(`no story in ${folder} names a guardrail`);

const time = (args: string[]) => {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["scripts/horror.mjs", "check", ...args], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`horror check ${args.join(" ")} ended with ${status}: ${stderr}`);
  return performance.now() - start;
};
const best = (args: string[]) => Math.min(...Array.from({ length: rounds }, () => time(args)));
const one = best([`${folder}/${story}`]);
const all = best([]);
console.log(`${stories.length} stories; the shortest of ${rounds} runs each`);
console.log(`check ${folder}/${story}   ${one.toFixed(0)} ms (at most ${limit})`);
console.log(`check                 ${all.toFixed(0)} ms`);
if (one > limit) process.exitCode = 1;
