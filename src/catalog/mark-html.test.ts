import { expect, test } from "vitest";
import { markHtml } from "./mark-html.ts";

test.each([
  ["plain text", "port: 80", [{ start: 6, end: 8 }], "port: <mark>80</mark>"],
  [
    "text within a token",
    '<span class="a">port:</span> 80',
    [{ start: 0, end: 4 }],
    '<span class="a"><mark>port</mark>:</span> 80',
  ],
  [
    "a stretch over two tokens",
    '<span class="a">a:</span> <span class="b">x</span>',
    [{ start: 1, end: 4 }],
    '<span class="a">a<mark>:</mark></span><mark> </mark><span class="b"><mark>x</mark></span>',
  ],
  ["an entity as one character", "&#x3C;b>x", [{ start: 0, end: 3 }], "<mark>&#x3C;b></mark>x"],
  [
    "two stretches",
    "a b c",
    [
      { start: 0, end: 1 },
      { start: 4, end: 5 },
    ],
    "<mark>a</mark> b <mark>c</mark>",
  ],
  ["nothing", "a b", [], "a b"],
])("marks %s", (_name, html, stretches, expected) => {
  expect(markHtml(html, stretches)).toBe(expected);
});
