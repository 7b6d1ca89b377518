import { expect, test } from "vitest";
import { attributes } from "../helpers/html-attributes.ts";
import { addressOf, files, pages, read } from "./built-site.ts";

const all = new Set(files());
const base = process.env["HORROR_BASE"] ?? "/";

/** The built file a path of the site leads to. */
function fileAt(path: string): string | undefined {
  if (!path.startsWith(base)) return undefined;
  const name = decodeURIComponent(path.slice(base.length));
  const candidate = name === "" || name.endsWith("/") ? `${name}index.html` : name;
  return all.has(candidate) ? candidate : undefined;
}

const ids = new Map(pages().map((page) => [page, new Set(attributes(read(page), "id"))]));

test("there are pages to check", () => {
  expect(pages().length).toBeGreaterThan(30);
});

test("every link, script, style and image of every page leads to a file, and every anchor to an element", () => {
  const broken: string[] = [];
  let checked = 0;
  for (const page of pages()) {
    const html = read(page);
    const here = new URL(`${base}${addressOf(page).slice(1)}`, "http://site.invalid");
    for (const value of [
      ...attributes(html, "href"),
      ...attributes(html, "src"),
      ...attributes(html, "action"),
    ]) {
      const target = new URL(value, here);
      if (target.host !== here.host) continue;
      checked++;
      const file = fileAt(target.pathname);
      if (file === undefined) broken.push(`${page}: ${value}`);
      else if (
        target.hash.length > 1 &&
        file.endsWith(".html") &&
        !ids.get(file)?.has(decodeURIComponent(target.hash.slice(1)))
      )
        broken.push(`${page}: ${value} (no such anchor)`);
    }
  }
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
