import { expect, test } from "vitest";
import { splitExcerpt } from "./split-excerpt.ts";

test("a passage becomes pieces of text", () => {
  expect(splitExcerpt("two <mark>pods</mark> on &lt;node&gt; <mark>a</mark><mark>b</mark>")).toEqual([
    { text: "two ", marked: false },
    { text: "pods", marked: true },
    { text: " on <node> ", marked: false },
    { text: "a", marked: true },
    { text: "b", marked: true },
  ]);
});

test("markup in a passage stays text", () => {
  expect(splitExcerpt("<img src=x> &amp;lt;")).toEqual([{ text: "<img src=x> &lt;", marked: false }]);
  expect(splitExcerpt("")).toEqual([]);
});
