import { expect, test } from "vitest";
import { attributes } from "../helpers/html-attributes.ts";
import { crawl } from "./broken-links.ts";
import { dist, pages, read } from "./built-site.ts";

const base = process.env["HORROR_BASE"] ?? "/";

test("there are pages to check", () => {
  expect(pages().length).toBeGreaterThan(30);
});

test("every link, script, style and image of every page leads to a file, and every anchor to an element", () => {
  const { checked, broken } = crawl(dist, base);
  expect(checked).toBeGreaterThan(500);
  expect(broken).toEqual([]);
});

test("no page loads anything from another origin", () => {
  const foreign: string[] = [];
  for (const page of pages()) {
    const html = read(page);
    const loads = [
      ...attributes(html, "src"),
      ...attributes(html, "srcset"),
      ...[...html.matchAll(/<link\b[^>]*>/g)]
        .filter(([tag]) => /rel="?(?:stylesheet|icon|preload|modulepreload|manifest)/.test(tag))
        .flatMap(([tag]) => attributes(tag, "href")),
    ];
    for (const value of loads) if (/^(?:[a-z]+:)?\/\//i.test(value)) foreign.push(`${page}: ${value}`);
  }
  expect(foreign).toEqual([]);
});
