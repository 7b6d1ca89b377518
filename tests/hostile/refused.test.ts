import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readOverlay } from "../helpers/read-overlay.ts";
import { reportCase } from "../helpers/report-case.ts";

// Each folder is a contribution that means harm, laid over src/checks/examples/library. All are refused, each at its line:
// expected.txt is the whole report. What a build makes of them with the check left out is tested in build.test.ts.

const folder = "tests/hostile";
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** A contribution that takes longer than this would hold up every check; a second is normal for the largest. */
const mostSeconds = 10;

test("there are cases", () => expect(cases.length).toBeGreaterThanOrEqual(200));

describe.each(cases)("%s", (name) => {
  test("is refused, where it is wrong", async () => {
    const parts = readOverlay(`${folder}/${name}`);
    expect(parts.length).toBeGreaterThan(0);
    const start = performance.now();
    const { findings, report } = reportCase(parts);
    expect(performance.now() - start).toBeLessThan(mostSeconds * 1000);
    expect(findings.map(({ severity }) => severity)).toContain("error");
    await expect(`${report}\n`).toMatchFileSnapshot(`${name}/expected.txt`);
  });
});
