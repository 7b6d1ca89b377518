import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { reportText } from "../../src/report/text.ts";
import { checkFolder } from "../helpers/check-folder.ts";
import { withOverlay } from "../helpers/overlay-library.ts";
import { type ExamplePart, readEscapes } from "../helpers/page-examples.ts";

// Each folder is a wrong library: its files are laid over tests/fixtures/library, and expected.txt is the whole report.
// x.diff changes the file x, x.escapes writes it with \0, \x00 and \repeat{text}{times} read, x.remove takes it away.

const folder = "tests/checks";
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test("there are cases", () => expect(cases.length).toBeGreaterThanOrEqual(40));

describe.each(cases)("%s", (name) => {
  test("yields the whole expected report", async () => {
    const parts = readParts(`${folder}/${name}`);
    expect(parts.length).toBeGreaterThan(0);
    const report = withOverlay(parts, (copy) => {
      const findings = checkFolder(copy);
      for (const [path, within] of Map.groupBy(findings, ({ file }) => file.split("/").slice(0, 3).join("/")))
        expect(checkFolder(copy, path), `what is found for ${path} alone`).toEqual(within);
      return reportText(findings, {
        sourceLine: (file, line) => {
          const path = join(copy, file);
          return statSync(path, { throwIfNoEntry: false })?.isFile()
            ? readFileSync(path, "utf8").split(/\r\n|\n|\r/)[line - 1]
            : undefined;
        },
      });
    });
    expect(report).not.toBe("");
    await expect(`${report}\n`).toMatchFileSnapshot(`${name}/expected.txt`);
  });
});

function readParts(root: string, inner = ""): ExamplePart[] {
  return readdirSync(join(root, inner), { withFileTypes: true }).flatMap((entry): ExamplePart[] => {
    const path = posix.join(inner, entry.name);
    if (path === "expected.txt") return [];
    if (entry.isDirectory()) return readParts(root, path);
    const text = readFileSync(join(root, path), "utf8");
    const file = path.replace(/\.(?:diff|escapes|remove)$/, "");
    if (path.endsWith(".diff")) return [{ action: "change", file, text, encoding: "utf8", line: 1 }];
    if (path.endsWith(".remove")) return [{ action: "remove", file, text: "", encoding: "utf8", line: 1 }];
    if (path.endsWith(".escapes"))
      return [{ action: "write", file, text: readEscapes(text), encoding: "latin1", line: 1 }];
    return [{ action: "write", file, text, encoding: "utf8", line: 1 }];
  });
}
