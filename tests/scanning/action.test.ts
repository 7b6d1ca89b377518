import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseYaml } from "../../src/yaml/parse-yaml.ts";

interface Action {
  inputs: Record<string, { description: string; default: string }>;
  runs: {
    using: string;
    steps: { name: string; shell: string; run: string; env?: Record<string, string> }[];
  };
}

function yaml(text: string, file: string): unknown {
  const { documents, findings } = parseYaml(text, { file });
  expect(findings).toEqual([]);
  return documents[0]?.value;
}

const action = () => yaml(readFileSync("action.yml", "utf8"), "action.yml") as Action;
const broken = readFileSync("content/stories/moonlight-pods-on-one-node/broken.yaml", "utf8");
let workspace = "";

beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), "horror-action-"));
  mkdirSync(join(workspace, "deploy here"));
  writeFileSync(join(workspace, "deploy here", "web.yaml"), broken);
  cpSync("content/stories/moonlight-pods-on-one-node/fixed.yaml", join(workspace, "fixed.yaml"));
});
afterAll(() => rmSync(workspace, { recursive: true }));

/** Runs the action's steps as the runner does, in the workspace. */
function runAction(given: Record<string, string>) {
  const { inputs, runs } = action();
  const values = {
    ...Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.default])),
    ...given,
  };
  let last = { status: null as number | null, stdout: "", stderr: "" };
  for (const step of runs.steps) {
    const env = Object.fromEntries(
      Object.entries(step.env ?? {}).map(([name, text]) => [
        name,
        text.replace(
          /\$\{\{ inputs\.([\w-]+) \}\}/g,
          (_, input: string) => values[input] ?? `no input ${input}`,
        ),
      ]),
    );
    last = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run], {
      cwd: workspace,
      encoding: "utf8",
      env: {
        ...process.env,
        GITHUB_ACTION_PATH: process.cwd(),
        GITHUB_STEP_SUMMARY: join(workspace, "summary.md"),
        ...env,
      },
    });
    if (last.status !== 0) break;
  }
  return last;
}

test("inputs reach the shell through the environment only", () => {
  const { runs } = action();
  expect(runs.using).toBe("composite");
  for (const { run, shell } of runs.steps) {
    expect(shell).toBe("bash");
    expect(run).not.toContain("${{");
  }
});

test("marks the line in the pull request and fails the step", () => {
  const { status, stdout } = runAction({});
  expect(status).toBe(1);
  expect(stdout).toMatch(
    /^::warning file=deploy here\/web\.yaml,line=\d+,.*horror-replicas-may-share-a-node::All 3 replicas/m,
  );
  expect(readFileSync(join(workspace, "summary.md"), "utf8")).toMatch(/\| Place \| Finding \|/);
});

test("takes several paths, one a line", () => {
  expect(runAction({ paths: "fixed.yaml" }).status).toBe(0);
  expect(runAction({ paths: "fixed.yaml\n\n  deploy here\n" }).status).toBe(1);
});

test("writes a report for others to read, and fails only where it is told to", () => {
  const { status, stdout } = runAction({ format: "sarif", output: "horror.sarif", "fail-on": "never" });
  expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  const sarif = JSON.parse(readFileSync(join(workspace, "horror.sarif"), "utf8")) as {
    runs: { results: unknown[] }[];
  };
  expect(sarif.runs[0]?.results.length).toBeGreaterThan(0);
});

test("a path that is not there, and a shell's own words, are refused", () => {
  const { status, stderr } = runAction({ paths: "$(touch owned); --fail-on=never" });
  expect(status).toBe(2);
  expect(stderr).toContain("$(touch owned)");
});

describe("what docs/scanning.md tells people to write", () => {
  const text = readFileSync("docs/scanning.md", "utf8");
  const fences = [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language, body]) => ({
    language,
    body: body ?? "",
  }));
  const steps = fences
    .filter(({ language, body }) => language === "yaml" && body.startsWith("steps:"))
    .flatMap(
      ({ body }) =>
        (yaml(body, "scanning.md") as { steps: { uses: string; with?: Record<string, string> }[] }).steps,
    )
    .filter(({ uses }) => uses.startsWith("OWNER/REPOSITORY@"));

  test("uses inputs that there are, in five lines at most", () => {
    expect(steps.length).toBe(2);
    const { inputs } = action();
    for (const step of steps)
      expect(Object.keys(step.with ?? {}).filter((name) => !(name in inputs))).toEqual([]);
    const shortest = fences.find(({ body }) => body.startsWith("steps:"))?.body ?? "";
    expect(shortest.trim().split("\n").length).toBeLessThanOrEqual(5);
  });

  test("names a hook that there is, whose entry is a command that there is, in five lines", () => {
    const config = fences.find(({ body }) => body.startsWith("repos:"))?.body ?? "";
    expect(config.trim().split("\n").length).toBeLessThanOrEqual(5);
    const wanted = (yaml(config, "scanning.md") as { repos: { hooks: { id: string }[] }[] }).repos[0]
      ?.hooks[0]?.id;
    const hooks = yaml(readFileSync(".pre-commit-hooks.yaml", "utf8"), ".pre-commit-hooks.yaml") as {
      id: string;
      entry: string;
      language: string;
    }[];
    const hook = hooks.find(({ id }) => id === wanted);
    expect(hook).toMatchObject({ entry: "horror scan", language: "node" });
    const { bin } = JSON.parse(readFileSync("package.json", "utf8")) as { bin: Record<string, string> };
    expect(Object.keys(bin)).toContain("horror");
  });

  const commands = fences
    .filter(({ language }) => language === "sh")
    .flatMap(({ body }) => body.trim().split("\n"))
    .filter((line) => line.startsWith("npm run --silent horror -- "));

  test("has commands", () => expect(commands.length).toBeGreaterThanOrEqual(3));

  test.each(commands)("%s", (line) => {
    const { status, stderr } = spawnSync(
      "bash",
      ["-c", line.replace("npm run --silent horror --", "node scripts/horror.mjs")],
      {
        encoding: "utf8",
      },
    );
    expect(stderr).toBe("");
    expect(status).toBeLessThan(2);
  });
});
