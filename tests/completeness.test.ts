import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseCheckPage } from "../src/checks/examples/parse-check-page.ts";
import { runExample } from "../src/checks/examples/run-example.ts";
import { checks } from "../src/checks/index.ts";
import { type FindingCode, findingCodes } from "../src/finding/codes.ts";

const codes = Object.keys(findingCodes).sort() as FindingCode[];
const folders = readdirSync("src/checks", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "examples")
  .map(({ name }) => name)
  .sort();

/** Codes whose fault depends on the machine, so that no example fails everywhere; src/yaml tests them with a smaller limit. */
const withoutExample: readonly FindingCode[] = ["yaml-too-slow"];

test("there are codes and checks to look at", () => {
  expect(codes.length).toBeGreaterThan(50);
  expect(Object.keys(checks).length).toBeGreaterThan(20);
});

test("every code has a page, and every folder is a code", () => {
  expect(codes.filter((code) => !existsSync(`src/checks/${code}/page.md`))).toEqual([]);
  expect(folders.filter((name) => !(codes as string[]).includes(name))).toEqual([]);
});

test("every check with a folder is listed, under its name", () => {
  const withCheck = folders.filter((name) => existsSync(`src/checks/${name}/check.ts`));
  expect(
    Object.keys(checks)
      .filter((name) => folders.includes(name))
      .sort(),
  ).toEqual(withCheck);
});

test("titles are short noun phrases, each its own", () => {
  const titles = codes.map((code) => findingCodes[code].title);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  expect(titles.filter((title) => title.length > 80 || /[.!?]$/.test(title))).toEqual([]);
});

test.each(withoutExample)("the page of %s says what it means", (code) => {
  expect(readFileSync(`src/checks/${code}/page.md`, "utf8")).toMatch(
    /^[A-Z][\s\S]{60,}\n\n## Fails\n\n[\s\S]+\n\n## Passes\n\n/,
  );
});

const shown = codes.filter(
  (code) => !withoutExample.includes(code) && existsSync(`src/checks/${code}/page.md`),
);

describe.each(shown)("the page of %s", (code) => {
  const read = () => parseCheckPage(readFileSync(`src/checks/${code}/page.md`, "utf8"), code);

  test("says what it means", () => {
    const meaning = read().meaning.join("\n");
    expect(meaning.length).toBeGreaterThan(60);
    expect(meaning).not.toMatch(/^#|^---/);
  });

  test("fails with this code, at a place, and with no other than it names", () => {
    const { fails, also } = read();
    expect(fails.parts).not.toEqual([]);
    const findings = runExample(fails.parts);
    const own = findings.filter((finding) => finding.code === code);
    expect(
      findings.map((finding) => finding.code),
      describeFindings(findings),
    ).toContain(code);
    for (const finding of own) {
      expect(finding.line).toBeGreaterThan(0);
      expect(finding.column).toBeGreaterThan(0);
    }
    expect(findings.filter((finding) => finding.code !== code && !also.includes(finding.code))).toEqual([]);
  });

  test("passes with its other example", () => {
    const { passes } = read();
    expect(passes.parts).not.toEqual([]);
    expect(runExample(passes.parts)).toEqual([]);
  });
});

function describeFindings(findings: readonly { code: string; message: string }[]): string {
  return findings.map(({ code: name, message }) => `${name}: ${message}`).join("\n") || "no findings";
}
