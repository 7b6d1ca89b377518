import { expect, test } from "vitest";
import { describeOutcome } from "./describe-outcome.ts";

test.each([
  [{ query: "", how: "none", tried: "", exact: 0, found: 3, shown: 3 }, "3 stories."],
  [{ query: "dns", how: "typed", tried: "dns", exact: 0, found: 1, shown: 1 }, "1 story for “dns”."],
  [{ query: "dns", how: "typed", tried: "dns", exact: 0, found: 4, shown: 2 }, "2 of 4 stories for “dns”."],
  [
    { query: "dns", how: "typed", tried: "dns", exact: 0, found: 4, shown: 0 },
    "0 of 4 stories for “dns”, none with what you chose.",
  ],
  [
    { query: "0/9 nodes", how: "steady", tried: "nodes", exact: 0, found: 2, shown: 2 },
    "2 stories for “nodes”, leaving out numbers and names that differ between clusters.",
  ],
  [
    { query: "foo webhook bar", how: "some", tried: "webhook", exact: 0, found: 2, shown: 2 },
    "No story holds all of “foo webhook bar”. 2 stories with some of its words, the rarest first: webhook.",
  ],
  [
    { query: "etcd is full", how: "some", tried: "etcd", exact: 1, found: 3, shown: 3 },
    "3 stories for “etcd is full”, the first known by this very message.",
  ],
  [
    { query: "zzz", how: "none", tried: "", exact: 0, found: 0, shown: 0 },
    "No story holds “zzz”, nor any of its words.",
  ],
] as const)("%j", (outcome, sentence) => {
  expect(describeOutcome(outcome)).toBe(sentence);
});

test("a long paste is shortened", () => {
  expect(
    describeOutcome({ query: "x ".repeat(200), how: "none", tried: "", exact: 0, found: 0, shown: 0 }),
  ).toMatch(/^No story holds “(x ){39}x…”, nor any of its words\.$/);
});
