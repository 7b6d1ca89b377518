import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkFolder } from "../helpers/check-folder.ts";
import { readOverlay } from "../helpers/read-overlay.ts";
import { reportCase } from "../helpers/report-case.ts";

// Each folder is a wrong library: its files are laid over tests/fixtures/library, and expected.txt is the whole report.

const folder = "tests/checks";
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test("there are cases", () => expect(cases.length).toBeGreaterThanOrEqual(40));

describe.each(cases)("%s", (name) => {
  test("yields the whole expected report", async () => {
    const parts = readOverlay(`${folder}/${name}`);
    expect(parts.length).toBeGreaterThan(0);
    const { report } = reportCase(parts, (findings, copy) => {
      for (const [path, within] of Map.groupBy(findings, ({ file }) => file.split("/").slice(0, 3).join("/")))
        expect(checkFolder(copy, path), `what is found for ${path} alone`).toEqual(within);
    });
    expect(report).not.toBe("");
    await expect(`${report}\n`).toMatchFileSnapshot(`${name}/expected.txt`);
  });
});
