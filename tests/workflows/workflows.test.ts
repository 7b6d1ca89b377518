import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validateWorkflow } from "@action-validator/core";
import { describe, expect, test } from "vitest";
import { parseYaml } from "../../src/yaml/parse-yaml.ts";

const folder = ".github/workflows";
const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
const scripts = Object.keys(
  (JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> }).scripts,
);

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
interface Workflow {
  on: Record<string, unknown>;
  permissions: unknown;
  jobs: Record<string, { permissions?: Record<string, string>; "timeout-minutes"?: number; steps: Step[] }>;
}

/** What is allowed to write, and where: everything else reads at most. */
const mayWrite: Record<string, readonly string[]> = { "deploy.yml deploy": ["pages", "id-token"] };

test("there are workflows, and what holds them against the schema would notice", () => {
  expect(names.length).toBeGreaterThanOrEqual(2);
  expect(validateWorkflow("on: push\njobs:\n  a: {runs-on: x, stepz: []}\n").errors.length).toBeGreaterThan(
    0,
  );
});

describe.each(names)("%s", (name) => {
  const text = readFileSync(join(folder, name), "utf8");
  const workflow = parseYaml(text, { file: name }).documents[0]?.value as unknown as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  test("is a workflow that GitHub's schema takes", () => {
    expect(validateWorkflow(text)).toEqual({ actionType: "workflow", errors: [] });
  });

  test("uses actions by their commit, with the version beside it", () => {
    for (const line of text.split("\n").filter((line) => line.includes("uses:")))
      expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("gives each job no more than it needs", () => {
    expect(workflow.permissions).toEqual({});
    for (const [id, { permissions = {}, "timeout-minutes": minutes }] of jobs) {
      const writing = Object.keys(permissions).filter((what) => permissions[what] !== "read");
      expect(writing, id).toEqual(mayWrite[`${name} ${id}`] ?? []);
      expect(minutes, `${id} has a limit`).toBeGreaterThan(0);
    }
  });

  test("keeps no credentials and uses no secrets", () => {
    expect(text).not.toContain("secrets.");
    expect(workflow.on).not.toHaveProperty("pull_request_target");
    for (const { uses, with: inputs } of steps)
      if (uses?.startsWith("actions/checkout@")) expect(inputs?.["persist-credentials"]).toBe(false);
  });

  test("puts nothing of a stranger's into a shell", () => {
    for (const { run } of steps) expect(run ?? "").not.toContain("${{");
  });

  test("runs only what this project has and tests", () => {
    for (const { run } of steps) {
      if (run === undefined) continue;
      const script = /^npm (?:run (?:--silent )?)?([\w-]+)/.exec(run)?.[1] ?? "";
      expect(["ci", ...scripts], run).toContain(script);
    }
  });
});
