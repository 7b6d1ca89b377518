import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkFolder } from "../../src/checks/examples/check-folder.ts";
import { readOverlay } from "../helpers/read-overlay.ts";
import { reportCase } from "../helpers/report-case.ts";
import { expectSameWords } from "../helpers/reported-words.ts";

// Each folder is a wrong library: its files are laid over src/checks/examples/library, and expected.txt is the whole report.

const folder = "tests/checks";
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test("there are cases", () => expect(cases.length).toBeGreaterThanOrEqual(40));

test("the mistakes that contributors make most are among them", () => {
  const rows = [...readFileSync(`${folder}/README.md`, "utf8").matchAll(/^\| .+ \| (.+) \|$/gm)].slice(1);
  const listed = rows.flatMap((row) => (row[1] ?? "").split(", "));
  expect(new Set(listed).size).toBeGreaterThanOrEqual(40);
  expect(listed.filter((name) => !cases.includes(name))).toEqual([]);
});

describe.each(cases)("%s", (name) => {
  test("yields the whole expected report", async () => {
    const parts = readOverlay(`${folder}/${name}`);
    expect(parts.length).toBeGreaterThan(0);
    const { report } = reportCase(parts, (findings, copy) => {
      for (const finding of findings) expectSameWords(finding);
      for (const [path, within] of Map.groupBy(findings, ({ file }) => file.split("/").slice(0, 3).join("/")))
        expect(checkFolder(copy, path), `what is found for ${path} alone`).toEqual(within);
    });
    expect(report).not.toBe("");
    await expect(`${report}\n`).toMatchFileSnapshot(`${name}/expected.txt`);
  });
});
