import { describe, expect, test } from "vitest";
import type { Poll } from "./schema.ts";
import { tally } from "./tally.ts";

const poll = (counts?: number[]): Poll => ({
  question: "Who noticed first?",
  options: ["An alert", "A customer", "A colleague"],
  ...(counts ? { results: { counted: "2026-11-25", method: "Counted by hand after a talk.", counts } } : {}),
});

describe("tally", () => {
  test("shows nothing where nobody was counted", () => {
    expect(tally(poll(), 1)).toBeUndefined();
    expect(tally(poll([0, 0, 0]), 1)).toBeUndefined();
  });

  test("says how many, when and how", () => {
    expect(tally(poll([10, 6, 4]), 20)).toEqual({
      total: 20,
      counted: "2026-11-25",
      method: "Counted by hand after a talk.",
      rows: [
        { option: "An alert", count: 10, percent: 50 },
        { option: "A customer", count: 6, percent: 30 },
        { option: "A colleague", count: 4, percent: 20 },
      ],
    });
  });

  test("hides percentages below the minimum, not the counts", () => {
    expect(tally(poll([1, 1, 1]), 4)?.rows).toEqual([
      { option: "An alert", count: 1 },
      { option: "A customer", count: 1 },
      { option: "A colleague", count: 1 },
    ]);
  });

  test.each([[[1, 1, 1]], [[2, 1, 0]], [[17, 17, 17]], [[1, 2, 997]], [[333, 333, 334]]])(
    "percentages add up: %j",
    (counts) => {
      const percents = tally(poll(counts), 1)?.rows.map((row) => row.percent ?? 0) ?? [];
      expect(percents.reduce((sum, percent) => sum + percent, 0)).toBe(100);
    },
  );
});
