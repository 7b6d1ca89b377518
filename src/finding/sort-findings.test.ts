import { expect, test } from "vitest";
import { makeFinding } from "./make-finding.ts";
import { sortFindings } from "./sort-findings.ts";

const at = (file: string, line: number, column: number, message = "m") =>
  makeFinding({ code: "yaml-syntax", file, at: { line, column }, message, fix: "f" });

test("findings are sorted by place, and exact repeats shown once", () => {
  const sorted = sortFindings([at("b", 1, 1), at("a", 10, 1), at("a", 2, 9), at("a", 2, 3), at("a", 2, 3)]);
  expect(sorted.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
    "a:2:3",
    "a:2:9",
    "a:10:1",
    "b:1:1",
  ]);
});

test("two messages at one place are both kept", () => {
  expect(sortFindings([at("a", 1, 1, "y"), at("a", 1, 1, "x")]).map((finding) => finding.message)).toEqual([
    "x",
    "y",
  ]);
});
