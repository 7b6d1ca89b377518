import { describe, expect, test } from "vitest";
import { nearestName } from "./nearest-name.ts";

const fields = [
  "title",
  "summary",
  "severity",
  "components",
  "category",
  "rootCause",
  "readinessProbe",
  "livenessProbe",
];

describe("nearestName", () => {
  test.each([
    ["titel", "title"],
    ["Summary", "summary"],
    ["component", "components"],
    ["rootcause", "rootCause"],
    ["readynessProbe", "readinessProbe"],
    ["livnessProbe", "livenessProbe"],
    ["catagory", "category"],
  ])("takes %s for %s", (word, expected) => {
    expect(nearestName(word, fields)).toBe(expected);
  });

  test.each(["zebra", "x", "completely-different"])("takes %s for nothing", (word) => {
    expect(nearestName(word, fields)).toBeUndefined();
  });
});
