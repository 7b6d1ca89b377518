import { expect, test } from "vitest";
import { neighbours, type Placed } from "./neighbours.ts";

const story = (
  id: string,
  category: string,
  severity: Placed["facts"]["severity"],
  incidentDate = "2020",
): Placed => ({ id, facts: { category, severity, incidentDate } });
const all = [
  story("d", "network", "minor"),
  story("c", "dns", "minor", "2019"),
  story("b", "dns", "minor", "2021"),
  story("a", "dns", "critical"),
];
const order = (id: string) => {
  const found = neighbours(all.find((one) => one.id === id) ?? story(id, "", "minor"), all, [
    "dns",
    "network",
  ]);
  return found && [found.previous.id, found.next.id];
};

test("stories of a kind follow each other, the worst and then the newest first, and the last leads to the first", () => {
  expect(["a", "b", "c", "d"].map(order)).toEqual([
    ["d", "b"],
    ["a", "c"],
    ["b", "d"],
    ["c", "a"],
  ]);
});

test("a story that is alone has no neighbours", () => {
  expect(neighbours(story("a", "dns", "minor"), [story("a", "dns", "minor")], ["dns"])).toBeUndefined();
});
