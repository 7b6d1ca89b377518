import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const script = resolve("scripts/horror.ts");
const wrapper = resolve("scripts/horror.mjs");

function horror(
  args: string[],
  options: { input?: string; content?: string; github?: string; file?: string } = {},
) {
  const result = spawnSync(process.execPath, [options.file ?? script, ...args], {
    encoding: "utf8",
    input: options.input ?? "",
    cwd: resolve("src/checks/examples/library"),
    env: {
      ...process.env,
      GITHUB_STEP_SUMMARY: options.github ?? "",
      ...(options.content ? { HORROR_CONTENT: options.content } : {}),
    },
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

describe("the process", () => {
  test("gives 0, 1 and 2 as its exit code", () => {
    expect(horror(["check"])).toMatchObject({ code: 0, err: "" });
    expect(
      horror(["validate", "-"], { input: "apiVersion: v1\nkind: Pdo\nmetadata: { name: a }\n" }).code,
    ).toBe(1);
    expect(horror(["chek"])).toMatchObject({
      code: 2,
      out: "",
      err: 'horror: there is no command "chek"; did you mean check?\n',
    });
  });

  test("is the same through the installed command", () => {
    expect(horror(["check"], { file: wrapper })).toMatchObject({ code: 0 });
    expect(horror(["chek"], { file: wrapper }).code).toBe(2);
  });

  test("survives a reader that stops reading", () => {
    const command = `"${process.execPath}" "${script}" validate content --format json | head -c 1`;
    const result = spawnSync("sh", ["-c", command], {
      encoding: "utf8",
      cwd: resolve("src/checks/examples/library"),
    });
    expect(result).toMatchObject({ status: 0, stdout: "{", stderr: "" });
  });

  test("writes the step summary where GitHub asks for it", () => {
    const folder = mkdtempSync(join(tmpdir(), "horror-"));
    const github = join(folder, "summary.md");
    const input = "apiVersion: v1\nkind: Pdo\nmetadata: { name: a }\n";
    const { out } = horror(["validate", "-", "--format", "github"], { input, github });
    expect(out).toMatch(/^::error file=stdin,line=2,/);
    expect(readFileSync(github, "utf8")).toContain("### horror: 1 error");
    rmSync(folder, { recursive: true });
  });

  test("says in one sentence that the library is not there", () => {
    const { code, err } = horror(["check"], { content: "/nowhere" });
    expect(code).toBe(2);
    expect(err).toBe(
      "horror: there is no folder /nowhere; run horror where the library is, or set HORROR_CONTENT.\n",
    );
  });
});
