import { describe, expect, test } from "vitest";
import { loadLibrary } from "../../src/story/load-library.ts";
import type { StoryFacts } from "../../src/story/schema/story.ts";
import { attributes } from "../helpers/html-attributes.ts";
import { read } from "./built-site.ts";

const published = loadLibrary()
  .stories.flatMap(({ story }) => (story?.facts ? [story.facts] : []))
  .filter((facts) => facts.status === "reviewed");
const html = read("patterns/index.html");
const labels = attributes(html, "aria-label");

/** Counts as the page draws them, by the label of the bar. */
const drawn = new Map(
  labels.flatMap((label) => {
    const [, name, count] = /^(.*): (\d+) (?:story|stories)$/.exec(label) ?? [];
    return name === undefined ? [] : [[name, Number(count)] as const];
  }),
);

function total(countOf: (facts: StoryFacts) => string): number[] {
  const counts = new Map<string, number>();
  for (const facts of published) counts.set(countOf(facts), (counts.get(countOf(facts)) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => b - a);
}

/** The bars of one plot, from its heading to the next. */
function plot(id: string): number[] {
  const part = html.split(`<h2 id="${id}"`)[1]?.split("<h2 ")[0] ?? "";
  return attributes(part, "aria-label").flatMap((label) => {
    const count = /: (\d+) (?:story|stories)$/.exec(label)?.[1];
    return count === undefined ? [] : [Number(count)];
  });
}

describe("the page of patterns", () => {
  test("draws something", () => {
    expect(published.length).toBeGreaterThan(0);
    expect(drawn.size).toBeGreaterThan(5);
  });

  test.each([
    ["category", (facts: StoryFacts) => facts.category],
    ["noticed", (facts: StoryFacts) => facts.detection.by],
    ["change", (facts: StoryFacts) => facts.change],
  ])("counts every published story once by %s", (id, countOf) => {
    expect(plot(id).sort((a, b) => b - a)).toEqual(total(countOf));
  });

  test("says how many stories tell their times", () => {
    const told = published.filter(({ times }) => times?.toDetect ?? times?.toResolve).length;
    const part = html.split('<h2 id="times"')[1] ?? "";
    expect(part.match(/class="reach"/g)?.length ?? 0).toBe(told);
  });

  test("shows every story that no guardrail catches", () => {
    const uncaught = published.filter(({ guardrail }) => typeof guardrail !== "string").length;
    expect(drawn.get("no manifest shows it") ?? 0).toBe(uncaught);
  });
});
