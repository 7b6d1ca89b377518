import { expect, test } from "vitest";
import { diffHunks } from "./diff-hunks.ts";
import type { DiffRow } from "./diff-rows.ts";

const rows = (kinds: string): DiffRow[] =>
  [...kinds].map((kind) => ({
    kind: kind === "+" ? "added" : kind === "-" ? "removed" : "same",
    html: "",
    text: "",
  }));
const shape = (kinds: string) =>
  diffHunks(rows(kinds), 2).map((hunk) => ("rows" in hunk ? hunk.rows.length : -hunk.skipped));

test("long unchanged stretches are left out, short ones kept", () => {
  expect(shape("..........-+.......")).toEqual([-8, 6, -5]);
  expect(shape("-+.....+")).toEqual([8]);
  expect(shape("...-")).toEqual([4]);
});

test("what matters besides the changes is kept with the lines around it", () => {
  const numbered = Array.from({ length: 20 }, (_, index) => ({ kind: "same" as const, index }));
  expect(diffHunks(numbered, 1, ({ index }) => index === 10)).toEqual([
    { skipped: 9 },
    { rows: numbered.slice(9, 12) },
    { skipped: 8 },
  ]);
});
