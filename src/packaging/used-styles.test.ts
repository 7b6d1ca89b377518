import { expect, test } from "vitest";
import { usedStyles } from "./used-styles.ts";

const used = {
  elements: new Set(["html", "p", "a", "details"]),
  classes: new Set(["card", "in-2"]),
  ids: new Set(["content"]),
  words: new Set(["added-later"]),
};

test.each([
  ["p{a:b}", "p{a:b}"],
  ["p,table{a:b}", "p{a:b}"],
  [".card .missing{a:b}", ""],
  [".card>a:hover::before{a:b}", ".card>a:hover::before{a:b}"],
  ["#content{a:b}#other{a:b}", "#content{a:b}"],
  [".added-later p{a:b}", ".added-later p{a:b}"],
  [":is(.missing,.card)[aria-pressed=true]{a:b}", ":is(.missing,.card)[aria-pressed=true]{a:b}"],
  ["p:not(.missing){a:b}", "p:not(.missing){a:b}"],
  ["@media print{table{a:b}}@media print{p{a:b}}", "@media print{p{a:b}}"],
  [".card{a:b;& table{c:d}}", ".card{a:b}"],
  [":root{--a:1;--b:var(--a)}", ""],
  [
    ":root{--ink:1;--paper:var(--ink)}p{c:var(--paper) var(--ink);--x-y:2}",
    ":root{--a:1}p{c:var(--a) var(--a)}",
  ],
  [
    "@media print{:root{--ink:2}}:root{--ink:1}p{c:var(--ink)}",
    "@media print{:root{--a:2}}:root{--a:1}p{c:var(--a)}",
  ],
  ["p{--ink:1;c:var(--ink)}", "p{--a:1;c:var(--a)}"],
  ["@font-face{font-family:x}@keyframes k{to{a:b}}", "@font-face{font-family:x}@keyframes k{to{a:b}}"],
  ["*,::before{a:b}", "*,::before{a:b}"],
])("%s → %s", (css, kept) => {
  expect(usedStyles(css, used)).toBe(kept);
});
