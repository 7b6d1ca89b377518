import { expect, test } from "vitest";
import { highlight, highlightLines } from "./highlight.ts";

test("only what has a colour is an element, and neighbours of a colour are one", async () => {
  expect(await highlightLines('spec:\n  - name: "x" # why\n    port: 80\n', "yaml")).toEqual([
    '<span class="tok-keyword">spec:</span>',
    '  - <span class="tok-keyword">name:</span> "x"<span class="tok-comment"> # why</span>',
    '    <span class="tok-keyword">port:</span><span class="tok-constant"> 80</span>',
    "",
  ]);
});

test("no style attribute is left, which the policy of the pages would refuse", async () => {
  expect(await highlight("$ echo 1\n1\n", "shellsession")).not.toContain("style=");
});
