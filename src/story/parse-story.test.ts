import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseStory, splitFrontMatter } from "./parse-story.ts";

const file = "content/stories/_template/story.mdx";
const template = readFileSync(file, "utf8");
const lines = (text: string) =>
  parseStory(text, "story.mdx").findings.map((f) => `${f.line}:${f.column} ${f.code} ${f.message} ${f.fix}`);

describe("splitFrontMatter", () => {
  test.each([
    ["no front matter", "# Title\n"],
    ["an open end", "---\ntitle: x\n"],
    ["nothing between the dashes", "---\n---\nbody\n"],
    ["a list", "---\n- a\n---\n"],
    ["an empty file", ""],
  ])("says what is wrong with %s", (_name, text) => {
    expect(
      splitFrontMatter(text, "story.mdx").findings.map(({ code, line, message, fix }) => ({
        code,
        line,
        message,
        fix,
      })),
    ).toMatchSnapshot();
  });

  test("knows the line on which the body starts, whatever ends the lines", () => {
    for (const end of ["\n", "\r\n"]) {
      const split = splitFrontMatter(["---", "a: 1", "---", "", "body", ""].join(end), "story.mdx");
      expect(split.bodyLine).toBe(3);
      expect(split.body.trim()).toBe("body");
      expect(split.document?.value).toEqual({ a: 1 });
    }
  });
});

describe("parseStory", () => {
  test("reads the template without a finding", () => {
    expect(parseStory(template, file).findings).toEqual([]);
    expect(parseStory(template, file).facts?.status).toBe("draft");
  });

  test("reports all problems in one run, each at its line, with what is allowed", () => {
    const text = template
      .replace(/^severity: .*$/m, "severity: catastrophic")
      .replace(/^organization:/m, "organisation:")
      .replace(/^published: .*$/m, "published: 2026-13-01")
      .replace(/^queries:\n( {2}- .*\n)+/m, "queries:\n  - only one\n");
    expect(lines(text)).toMatchSnapshot();
  });

  test("keeps going past YAML that cannot be read", () => {
    const story = parseStory("---\ntitle: [\n---\n\n## What happened\n", "story.mdx");
    expect(story.facts).toBeUndefined();
    expect(story.findings.map((finding) => finding.code)).toContain("yaml-syntax");
    expect(story.body).toContain("## What happened");
  });
});
