import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseCheckPage } from "../../src/checks/examples/parse-check-page.ts";
import { runExample } from "../../src/checks/examples/run-example.ts";
import { type FindingCode, findingCodes } from "../../src/finding/codes.ts";
import { read } from "./built-site.ts";

// Every page of a check shows what the check itself says of its failing example, at the line it says it of.

const codes = Object.keys(findingCodes) as FindingCode[];

test("there are checks", () => expect(codes.length).toBeGreaterThan(100));

describe.each(codes)("the page of %s", (code) => {
  const html = read(`checks/${code}/index.html`);
  const { fails } = parseCheckPage(readFileSync(`src/checks/${code}/page.md`, "utf8"), code);
  const findings = fails.parts.length > 0 ? runExample(fails.parts) : [];

  test("carries every finding of its example, word for word", () => {
    const failing = textOf(sectionOf(html, "fails"));
    for (const { file, line, column, severity, message, fix } of findings) {
      expect(failing).toContain(`${file}:${line}:${column}: ${severity}`);
      expect(failing).toContain(message);
      expect(failing).toContain(fix);
    }
    expect(findings.some((finding) => finding.code === code)).toBe(fails.parts.length > 0);
  });

  test("marks the lines they stand on, and no other", () => {
    const files = sectionOf(html, "fails").split("<figure").slice(1);
    for (const figure of files) {
      const file = textOf(/<figcaption>(.*?)<\/figcaption>/s.exec(figure)?.[1] ?? "").split(" ")[0] ?? "";
      const marked = [...figure.matchAll(/<(?:span|ins|del) data-line="?(\d+)"? class="row fault"/g)].map(
        (match) => Number(match[1]),
      );
      const lines = [...new Set(findings.filter((one) => one.file === file).map(({ line }) => line))];
      // What is a link, or is gone, has no lines.
      const shown = figure.includes("data-line");
      expect(marked, file).toEqual(shown ? lines.sort((a, b) => a - b) : []);
    }
    expect(sectionOf(html, "passes")).not.toContain("row fault");
  });

  test("says where it is found, and nothing stands there that nobody can read", () => {
    expect(html).toContain('id="found-by"');
    expect(html).toMatch(/<code[^>]*>horror (?:check|validate|scan)<\/code>/);
    // Tabs and line breaks are the only control characters of a page.
    expect(html).not.toMatch(/[^\P{Cc}\t\n]/u);
  });
});

function sectionOf(html: string, id: string): string {
  const start = html.search(new RegExp(`<h2 id="?${id}"?`));
  const end = html.indexOf("<h2", start + 1);
  expect(start).toBeGreaterThan(0);
  return html.slice(start, end);
}

function textOf(html: string): string {
  const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#34": '"' };
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#39|#34);/g, (_whole, name: string) => signs[name] ?? "");
}
