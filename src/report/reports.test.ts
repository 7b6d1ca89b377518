import { describe, expect, test } from "vitest";
import type { Finding } from "../finding/finding.ts";
import { makeFinding } from "../finding/make-finding.ts";
import { reportGithub } from "./github.ts";
import { hashText } from "./hash-text.ts";
import { reportJson } from "./json.ts";
import { reportJunit } from "./junit.ts";
import type { ReportedResource } from "./report.ts";
import { reportSarif } from "./sarif.ts";
import { reportText, summaryText } from "./text.ts";

const nasty = 'a, b: 100% of\n"<&>"\u001b[31m \u202e';

const findings: Finding[] = [
  makeFinding({
    code: "field-unknown",
    file: "content/stories/a story/story.mdx",
    at: { line: 3, column: 5, endLine: 3, endColumn: 9 },
    message: `Nobody reads ${nasty}.`,
    fix: "Remove it.",
  }),
  makeFinding({
    code: "snippet-unlabelled",
    file: "b.mdx",
    at: { line: 1, column: 1, endLine: 4, endColumn: 2 },
    message: "The block has no language.",
    fix: "Add one.",
    resource: { apiVersion: "v1", kind: "Pod", name: "a" },
  }),
];
const resources: ReportedResource[] = [
  { file: "b.mdx", line: 1, apiVersion: "v1", kind: "Pod", name: "a", status: "valid" },
  {
    file: "c.yaml",
    line: 1,
    apiVersion: "x/v1",
    kind: "Y",
    namespace: "n",
    name: "b",
    status: "skipped",
    reason: "no schema",
  },
];
const many = (severity: "error" | "warning", count: number, file: string) =>
  Array.from({ length: count }, (_, index) =>
    makeFinding({
      code: severity === "error" ? "field-unknown" : "snippet-unlabelled",
      file,
      at: { line: index + 1, column: 1 },
      message: `Fault ${index + 1}.`,
      fix: "Mend it.",
    }),
  );

describe("text", () => {
  test("never shows a secret, in the line of another finding either", () => {
    const at = { file: "a.yaml", line: 1, severity: "error", message: "Wrong.", fix: "Mend it." } as const;
    const text = reportText(
      [
        { ...at, code: "yaml-syntax", column: 1 },
        { ...at, code: "leaked-credential", column: 8, endLine: 2, endColumn: 4 },
        { ...at, code: "leaked-ip-address", line: 2, column: 5, endLine: 2, endColumn: 12 },
      ],
      { sourceLine: (_file, line) => (line === 1 ? "token: hunter2" : "abc 8.7.6.5 d") },
    );
    expect(text).not.toMatch(/hunter2|abc|8\.7\.6\.5/);
    expect(text).toContain("  1 | token: •••••••\n    | ^");
    expect(text).toContain("  2 | ••• ••••••• d");
  });

  test("shows place, fault, source and fix, and hides control characters", () => {
    const sourceLine = (file: string) => (file === "b.mdx" ? "```" : "a:\tslug: x");
    expect(reportText(findings, { sourceLine })).toMatchInlineSnapshot(`
      "content/stories/a story/story.mdx:3:5: error: Nobody reads a, b: 100% of␊"<&>"␛[31m �. [field-unknown]
        3 | a:	slug: x
          |   	 ^^^^
        Remove it.

      b.mdx:1:1: warning: The block has no language. [snippet-unlabelled]
        1 | \`\`\`
          | ^^^
        Add one.

      1 error and 1 warning in 2 files."
    `);
  });

  test("says nothing of nothing", () => expect(reportText([])).toBe(""));

  test("draws carets under tabs, wide characters and in the middle of long lines", () => {
    const at = (column: number, endColumn: number) =>
      reportText(
        [
          makeFinding({
            code: "field-unknown",
            file: "x",
            at: { line: 1, column, endLine: 1, endColumn },
            message: "m",
            fix: "f",
          }),
        ],
        { sourceLine: () => `\tä日本🚀${"x".repeat(200)}`, totals: false },
      )
        .split("\n")
        .slice(1, 3)
        .join("\n");
    expect(`\n${[at(2, 3), at(3, 5), at(5, 7), at(100, 103)].join("\n")}\n`).toMatchInlineSnapshot(`
      "
        1 | 	ä日本🚀xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...
          | 	^
        1 | 	ä日本🚀xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...
          | 	 ^^^^
        1 | 	ä日本🚀xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...
          | 	     ^^
        1 | ...xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...
          |                                            ^^^
      "
    `);
  });

  test("keeps a column beyond the end of the line at its end", () => {
    const [finding] = many("error", 1, "x");
    expect(finding && reportText([{ ...finding, column: 99 }], { sourceLine: () => "ab" })).toContain(
      "  1 | ab\n    |   ^",
    );
  });

  test("counts objects", () => {
    expect(summaryText(resources)).toBe(
      "Summary: 2 resources found in 2 files - Valid: 1, Invalid: 0, Errors: 0, Skipped: 1",
    );
  });
});

describe("json", () => {
  test("holds findings, resources and their number", () => {
    expect(JSON.parse(reportJson({ findings, resources }))).toEqual({
      version: 1,
      findings,
      resources,
      summary: { errors: 1, warnings: 1, resources: 2, valid: 1, invalid: 0, skipped: 1, error: 0 },
    });
  });

  test("has findings even where there are none", () => {
    expect(JSON.parse(reportJson({ findings: [] }))).toEqual({
      version: 1,
      findings: [],
      summary: { errors: 0, warnings: 0 },
    });
  });
});

describe("github", () => {
  test("escapes what would end a property or a command", () => {
    expect(reportGithub(findings).annotations).toMatchInlineSnapshot(`
      "::error file=content/stories/a story/story.mdx,line=3,endLine=3,col=5,endColumn=9,title=field-unknown::Nobody reads a, b: 100%25 of%0A"<&>"[31m ‮. Remove it.
      ::warning file=b.mdx,line=1,endLine=4,title=snippet-unlabelled::The block has no language. Add one."
    `);
  });

  test("shows the first fault of every file before the second of any, and counts the rest", () => {
    const { annotations, summary } = reportGithub([
      ...many("error", 12, "a"),
      ...many("error", 2, "b"),
      ...many("warning", 11, "c"),
    ]);
    const lines = annotations.split("\n");
    expect(lines.filter((line) => line.startsWith("::error"))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith("::warning"))).toHaveLength(10);
    expect(lines[1]).toContain("file=b,line=1,");
    expect(lines.filter((line) => line.startsWith("::notice"))).toEqual([
      "::notice title=4 more::4 errors not shown here; the step summary has all of them.",
      "::notice title=1 more::1 warning not shown here; the step summary has all of them.",
    ]);
    expect(summary.match(/^\| [abc]:/gm)).toHaveLength(25);
  });

  test("keeps markup of a message from taking effect in the summary", () => {
    expect(reportGithub(findings).summary).not.toMatch(/<(?!\/?td)|(?<!\\)\|.*"<&>/);
    expect(reportGithub(findings).summary).toMatchInlineSnapshot(`
      "### horror: 1 error and 1 warning

      | Place | Finding | What to do |
      |---|---|---|
      | content/stories/a story/story.mdx:3:5 | error \`field-unknown\`: Nobody reads a, b: 100% of "&lt;&amp;>"\\[31m ‮. | Remove it. |
      | b.mdx:1:1 | warning \`snippet-unlabelled\`: The block has no language. | Add one. |
      "
    `);
  });

  test("keeps the summary under what GitHub takes", () => {
    const { summary } = reportGithub(many("error", 20_000, "a"));
    expect(summary.length).toBeLessThan(1_000_000);
    expect(summary).toMatch(/\d+ more are not listed\.\n$/);
  });
});

describe("sarif", () => {
  const log = JSON.parse(reportSarif(findings, "https://example.com/base/"));
  const [run] = log.runs;

  test("names every code as a rule, and results refer to theirs", () => {
    expect(log.version).toBe("2.1.0");
    expect(run.tool.driver.rules.length).toBeGreaterThan(50);
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(run.tool.driver.rules.find(({ id }: { id: string }) => id === "field-unknown")).toEqual({
      id: "field-unknown",
      shortDescription: { text: "Unknown field in library data" },
      helpUri: "https://example.com/base/checks/field-unknown/",
      defaultConfiguration: { level: "error" },
    });
  });

  test("gives places relative and encoded", () => {
    expect(run.results[0].locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: "content/stories/a%20story/story.mdx" },
          region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
        },
      },
    ]);
  });

  test("has results even where there are none", () => {
    expect(JSON.parse(reportSarif([], "https://example.com/")).runs[0].results).toEqual([]);
  });

  test("keeps a finding's fingerprint when lines move, and tells like ones apart", () => {
    const prints = (list: readonly Finding[]) =>
      JSON.parse(reportSarif(list, "https://example.com/")).runs[0].results.map(
        (result: { partialFingerprints: Record<string, string> }) =>
          result.partialFingerprints["horrorFinding/v1"],
      );
    const moved = findings.map((finding) => ({ ...finding, line: finding.line + 7 }));
    expect(prints(moved)).toEqual(prints(findings));
    expect(new Set(prints([...findings, ...moved])).size).toBe(4);
  });
});

describe("junit", () => {
  test("has a suite for each file and a case for each object and stray finding", () => {
    expect(reportJunit({ findings, resources })).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="horror" tests="3" failures="1" errors="0" skipped="1" time="0">
        <testsuite name="b.mdx" tests="1" failures="0" errors="0" skipped="0" time="0">
          <testcase name="v1 Pod a" classname="b.mdx" time="0">
            <system-out>b.mdx:1:1: warning: The block has no language. Add one. [snippet-unlabelled]</system-out>
          </testcase>
        </testsuite>
        <testsuite name="c.yaml" tests="1" failures="0" errors="0" skipped="1" time="0">
          <testcase name="x/v1 Y n/b" classname="c.yaml" time="0">
            <skipped message="no schema"/>
          </testcase>
        </testsuite>
        <testsuite name="content/stories/a story/story.mdx" tests="1" failures="1" errors="0" skipped="0" time="0">
          <testcase name="field-unknown at 3:5" classname="content/stories/a story/story.mdx" time="0">
            <failure type="field-unknown" message="Nobody reads a, b: 100% of&#10;&quot;&lt;&amp;&gt;&quot;�[31m ‮.">content/stories/a story/story.mdx:3:5: error: Nobody reads a, b: 100% of&#10;&quot;&lt;&amp;&gt;&quot;�[31m ‮. Remove it. [field-unknown]</failure>
          </testcase>
        </testsuite>
      </testsuites>"
    `);
  });
});

test("the hash is FNV-1a", () => {
  expect(hashText("")).toBe("cbf29ce484222325");
  expect(hashText("foobar")).toBe("85944171f73967e8");
});
