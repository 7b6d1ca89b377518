import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";

// Runs everything and says at the end how much passed: each tool counts as one, each test as one. All steps run, so
// that one run shows every problem; only the built site's tests need the build before them.

interface Step {
  name: string;
  command: string[];
  /** File with Vitest's JSON report, for steps that are tests. */
  report?: string;
  needs?: string;
}

const vitest = (name: string, projects: string[]): Step => {
  const report = `.cache/${name}.json`;
  const flags = projects.flatMap((project) => ["--project", project]);
  return {
    name,
    command: [
      "vitest",
      "run",
      ...flags,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    report,
  };
};

const steps: Step[] = [
  { name: "types", command: ["astro", "check", "--minimumFailingSeverity", "error"] },
  { name: "lint", command: ["biome", "ci", "."] },
  vitest("unit", ["unit", "across"]),
  { name: "check", command: ["node", "scripts/horror.ts", "check"] },
  { name: "build", command: ["node", "scripts/build.ts"] },
  { ...vitest("site", ["site"]), needs: "build" },
];

let passed = 0;
let failed = 0;
const failures = new Set<string>();
for (const { name, command, report, needs } of steps) {
  console.log(`\n── ${name}`);
  if (needs !== undefined && failures.has(needs)) {
    console.log(`left out, since ${needs} failed`);
    failures.add(name);
    failed++;
    continue;
  }
  if (report) rmSync(report, { force: true });
  const start = performance.now();
  const [program = "", ...rest] = command;
  const result = spawnSync(program, rest, {
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" },
  });
  console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  const counts = report ? readCounts(report) : undefined;
  passed += counts?.passed ?? (result.status === 0 ? 1 : 0);
  failed += counts?.failed ?? 0;
  if (result.status !== 0) {
    failures.add(name);
    if (!counts || counts.failed === 0) failed++;
  }
}
if (failures.size > 0) console.log(`\nFailed: ${[...failures].join(", ")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failures.size > 0 ? 1 : 0;

function readCounts(file: string): { passed: number; failed: number } | undefined {
  try {
    const report: unknown = JSON.parse(readFileSync(file, "utf8"));
    const { numPassedTests, numFailedTests } = report as Record<string, unknown>;
    return typeof numPassedTests === "number" && typeof numFailedTests === "number"
      ? { passed: numPassedTests, failed: numFailedTests }
      : undefined;
  } catch {
    return undefined;
  }
}
