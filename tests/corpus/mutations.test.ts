import { beforeAll, describe, expect, test } from "vitest";
import { type MutationFigures, measureMutations } from "./measure.ts";
import { mutationKinds } from "./mutate/mutate.ts";
import { seeded } from "./mutate/seeded.ts";
import { readCorpus } from "./read-corpus.ts";

/** How many mutations of each kind are tried; `npm run bench` prints the figures of the same ones. */
const perKind = 300;
const seed = 1;

describe("mutations of the corpus", () => {
  let figures: MutationFigures[] = [];
  beforeAll(() => {
    figures = measureMutations(readCorpus("valid"), perKind, seed);
  }, 300_000);
  const sum = (field: "count" | "refused" | "onTheLine") =>
    figures.reduce((total, one) => total + one[field], 0);

  test("there are at least 3,000, some of every kind", () => {
    expect(figures.map((one) => one.kind)).toEqual([...mutationKinds]);
    expect(figures.filter((one) => one.count < 50).map((one) => one.kind)).toEqual([]);
    expect(sum("count")).toBeGreaterThanOrEqual(3000);
  });

  test("at least 99 of 100 are refused", () => {
    expect(
      sum("refused") / sum("count"),
      figures.flatMap((one) => one.misses).join("\n"),
    ).toBeGreaterThanOrEqual(0.99);
  });

  test("at least 95 of 100 findings stand on the changed line", () => {
    expect(sum("onTheLine") / sum("refused")).toBeGreaterThanOrEqual(0.95);
  });

  test("every kind is found nearly always", () => {
    expect(figures.filter((one) => one.refused / one.count < 0.97)).toEqual([]);
  });
});

test("the same seed gives the same numbers", () => {
  const [first, again] = [seeded(7), seeded(7)];
  expect([first(), first(), first()]).toEqual([again(), again(), again()]);
});
