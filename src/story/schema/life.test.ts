import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseStory } from "../parse-story.ts";

const template = readFileSync("content/stories/_template/story.mdx", "utf8");

/** What is found in the template with another status and more fields. */
function findings(status: string, ...fields: string[]): string[] {
  const text = template.replace(/^status: .*$/m, [`status: ${status}`, ...fields].join("\n"));
  return parseStory(text, "story.mdx").findings.map(({ code, message }) => `${code}: ${message}`);
}

const withdrawn = "withdrawn: { on: 2026-02-01, reason: The report turned out to be about another system. }";

describe("withdrawn", () => {
  test("is required of a withdrawn story", () => {
    expect(findings("withdrawn", withdrawn)).toEqual([]);
    expect(findings("withdrawn")).toEqual([
      'field-bad-format: The story is withdrawn, and "withdrawn" does not say when and why.',
    ]);
  });

  test.each(["draft", "reviewed"])("is refused where the status is %s", (status) => {
    expect(findings(status)).toEqual([]);
    expect(findings(status, withdrawn)).toEqual([
      `field-bad-format: "withdrawn" says why the story was taken back, and its status is ${status}.`,
    ]);
  });

  test("says nothing more where the status itself is wrong", () => {
    expect(findings("gone", withdrawn)).toEqual([expect.stringContaining("field-not-allowed")]);
  });

  test.each([
    ["no reason", "withdrawn: { on: 2026-02-01 }", "field-missing"],
    ["no day", "withdrawn: { reason: The report was about another system. }", "field-missing"],
    [
      "a successor that is no id",
      "withdrawn: { on: 2026-02-01, reason: Told again., successor: Other Story }",
      "field-bad-format",
    ],
  ])("is refused with %s", (_name, field, code) => {
    expect(findings("withdrawn", field)).toEqual([expect.stringContaining(code)]);
  });
});

describe("formerIds, corrections and holdsOn", () => {
  test("are taken as they should be", () => {
    expect(
      findings(
        "reviewed",
        "formerIds: [older-id, oldest-id]",
        "corrections: [{ on: 2026-02-01, what: The outage lasted two hours and not three. }]",
        'holdsOn: "1.34"',
      ),
    ).toEqual([]);
  });

  test.each([
    ["an id with capitals", "formerIds: [Older_Id]", "field-bad-format"],
    ["an empty list of ids", "formerIds: []", "field-wrong-length"],
    ["a correction without a day", "corrections: [{ what: It lasted two hours. }]", "field-missing"],
    ["a day that is none", "corrections: [{ on: soon, what: It lasted two hours. }]", "field-bad-format"],
    ["a version read as a number", "holdsOn: 1.34", "field-wrong-type"],
    ["a range of versions", 'holdsOn: "1.30 to 1.34"', "field-bad-format"],
  ])("are refused with %s", (_name, field, code) => {
    expect(findings("reviewed", field)).toEqual([expect.stringContaining(code)]);
  });
});
