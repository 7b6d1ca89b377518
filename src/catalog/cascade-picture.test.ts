import { expect, test } from "vitest";
import { loadLibrary } from "../story/load-library.ts";
import type { Cascade } from "../story/schema/cascade.ts";
import { cascadePicture } from "./cascade-picture.ts";
import { textWidth } from "./wrap-text.ts";

const node = (id: string, kind: Cascade["nodes"][number]["kind"] = "fault") => ({ id, kind, label: id });
const arrow = (from: string, to: string) => ({ from, to });
const count = (path: string, sign: string) => path.split(sign).length - 1;

test("a chain hangs together by straight lines, one head for each arrow", () => {
  const picture = cascadePicture({
    nodes: [node("a"), node("b"), node("c")],
    arrows: [arrow("a", "b"), arrow("b", "c")],
  });
  expect(count(picture.connections, "M")).toBe(2);
  expect(picture.connections).not.toContain("a8");
  expect(count(picture.heads, "M")).toBe(2);
});

test("what comes from further away takes a lane, and lanes that overlap stand beside each other", () => {
  const picture = cascadePicture({
    nodes: [node("a"), node("b"), node("c"), node("d")],
    arrows: [arrow("a", "b"), arrow("b", "c"), arrow("a", "c"), arrow("b", "d")],
  });
  const lanes = [...picture.connections.matchAll(/H(\d+)a8/g)].map(([, x]) => x);
  expect(new Set(lanes).size).toBe(2);
});

test("a circle is drawn upwards", () => {
  const picture = cascadePicture({
    nodes: [node("a"), node("b"), node("c")],
    arrows: [arrow("a", "b"), arrow("b", "c"), arrow("c", "a")],
  });
  expect(picture.connections).toContain("a8 8 0 0 1 -8 -8");
});

const stories = loadLibrary().stories.flatMap(({ id, story }) =>
  story?.facts ? [{ id, cascade: story.facts.cascade }] : [],
);

test("there are stories to draw", () => expect(stories.length).toBeGreaterThan(20));

test.each(stories)("every arrow of $id is drawn, and its words stay in the picture", ({ cascade }) => {
  const picture = cascadePicture(cascade);
  expect(count(picture.connections, "M")).toBe(cascade.arrows.length);
  for (const [index, step] of picture.steps.entries()) {
    expect(step.lines.join(" ")).toBe(step.label.replaceAll("`", "").replace(/\s+/g, " "));
    for (const line of step.lines.filter((each) => each.includes(" ")))
      expect(picture.textX + textWidth(line, 14)).toBeLessThanOrEqual(picture.width);
    const next = picture.steps[index + 1];
    expect((next?.y ?? picture.height + 30) - step.y).toBeGreaterThanOrEqual(17 + 19 * step.lines.length);
  }
  expect(picture.steps.at(-1)?.y ?? 0).toBeLessThan(picture.height);
});
