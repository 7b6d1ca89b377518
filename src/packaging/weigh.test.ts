import { expect, test } from "vitest";
import { total, weigh, weighPage } from "./weigh.ts";

const files: Record<string, string> = {
  "/a/style.css": "p{color:red}".repeat(40),
  "/a/app.js": 'import{x}from"./shared.js";const y=()=>import("./later.js");x(y);',
  "/a/shared.js": 'export{z as x}from"./deep.js";',
  "/a/deep.js": "export const z = 1;",
  "/a/later.js": "x".repeat(1000),
};
const read = (address: string) => files[address];

test("a page is weighed with its styles and with the scripts that start with it, not with those that come later", () => {
  const html =
    '<!doctype html><link rel="stylesheet" href="/a/style.css"><script type="module" src="/a/app.js"></script>';
  const weight = weighPage(html, read);
  expect(weight.html.plain).toBe(html.length);
  expect(weight.styles.plain).toBe(480);
  expect(weight.scripts.plain).toBe(
    ["app", "shared", "deep"].reduce((sum, name) => sum + (files[`/a/${name}.js`] ?? "").length, 0),
  );
  expect(weight.blocking).toEqual(["/a/style.css"]);
});

test("a script that blocks is named, one that waits is not", () => {
  expect(
    weighPage('<script src="/a/x.js"></script><script defer src="/a/y.js"></script>', read).blocking,
  ).toEqual(["/a/x.js"]);
});

test("compressed is smaller, and weights add up", () => {
  const weight = weigh("horror ".repeat(100));
  expect(weight.brotli).toBeLessThan(weight.gzip);
  expect(weight.gzip).toBeLessThan(weight.plain);
  expect(total([weight, weight]).gzip).toBe(2 * weight.gzip);
  expect(total([])).toEqual({ plain: 0, gzip: 0, brotli: 0 });
});
