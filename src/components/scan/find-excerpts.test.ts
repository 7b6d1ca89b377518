import { expect, test } from "vitest";
import type { Finding } from "../../finding/finding.ts";
import { findExcerpts } from "./find-excerpts.ts";

function finding(line: number, column: number, endColumn?: number): Finding {
  return {
    code: "guardrail-violation",
    severity: "warning",
    file: "a.yaml",
    line,
    column,
    ...(endColumn === undefined ? {} : { endLine: line, endColumn }),
    message: "It is so.",
    fix: "Mend it.",
  };
}

const text = Array.from({ length: 40 }, (_, index) => `line: ${index + 1}`).join("\n");
const excerpts = (...findings: Finding[]) => findExcerpts(findings, () => text);
const numbers = (...findings: Finding[]) =>
  excerpts(...findings).map(({ lines }) => lines.map(({ number }) => number));

test("shows a finding with two lines around it, as far as there are any", () => {
  expect(numbers(finding(10, 1))).toEqual([[8, 9, 10, 11, 12]]);
  expect(numbers(finding(1, 1))).toEqual([[1, 2, 3]]);
  expect(numbers(finding(40, 1))).toEqual([[38, 39, 40]]);
});

test("shows findings together whose surroundings meet, sorted by place", () => {
  expect(numbers(finding(15, 1), finding(10, 1))).toEqual([[8, 9, 10, 11, 12, 13, 14, 15, 16, 17]]);
  expect(numbers(finding(10, 1), finding(16, 1))).toEqual([
    [8, 9, 10, 11, 12],
    [14, 15, 16, 17, 18],
  ]);
});

test("marks what a finding points at, each part once", () => {
  const marks = (...findings: Finding[]) =>
    excerpts(...findings)[0]?.lines.find(({ number }) => number === 10)?.marks;
  expect(marks(finding(10, 7, 9))).toEqual([{ start: 6, end: 8 }]);
  expect(marks(finding(10, 1))).toEqual([{ start: 0, end: 8 }]);
  expect(marks(finding(10, 7, 7))).toEqual([{ start: 6, end: 8 }]);
  expect(marks(finding(10, 1, 5), finding(10, 3, 9))).toEqual([
    { start: 0, end: 4 },
    { start: 4, end: 8 },
  ]);
});

test("cuts a line of all to the part around the finding", () => {
  const long = `{"a": "${"x".repeat(5000)}", "replicas": 1}`;
  const column = long.indexOf('"replicas"') + 1;
  const [excerpt] = findExcerpts([finding(1, column, column + 10)], () => long);
  const line = excerpt?.lines[0];
  const mark = line?.marks[0];
  expect(line?.text.length).toBeLessThan(410);
  expect(line?.text.slice(mark?.start, mark?.end)).toBe('"replicas"');
  expect(line?.text.startsWith("… ")).toBe(true);
});
