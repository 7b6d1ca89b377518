import { expect, test } from "vitest";
import { attributes } from "../helpers/html-attributes.ts";
import { pages, read } from "./built-site.ts";

const all = pages().map((page) => ({ page, html: read(page) }));

/** Pages for which a rule does not hold, with what breaks it. */
function offenders(rule: (html: string, page: string) => string | undefined): string[] {
  return all.flatMap(({ page, html }) => {
    const problem = rule(html, page);
    return problem === undefined ? [] : [`${page}: ${problem}`];
  });
}

test("there are pages to check", () => {
  expect(all.length).toBeGreaterThan(30);
});

test("every page says its language, title, description and one heading", () => {
  expect(
    offenders((html) => {
      if (!/<html[^>]*\slang="?en"?/.test(html)) return "no lang";
      if (!/<title>[^<]{3,}<\/title>/.test(html)) return "no title";
      if (!/<meta name="?description"? content="[^"]{10,}"/.test(html)) return "no description";
      const headings = html.match(/<h1[\s>]/g)?.length ?? 0;
      return headings === 1 ? undefined : `${headings} h1`;
    }),
  ).toEqual([]);
});

test("titles are not repeated", () => {
  const titles = all.map(({ html }) => /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "");
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

test("headings are in order: no level is skipped on the way down", () => {
  expect(
    offenders((html) => {
      const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map((match) => Number(match[1]));
      const jump = levels.findIndex((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1);
      return jump === -1 ? undefined : `h${levels[jump]} after h${levels[jump - 1]}`;
    }),
  ).toEqual([]);
});

test("ids are unique", () => {
  expect(
    offenders((html) => {
      const ids = attributes(html, "id");
      const twice = ids.find((id, index) => ids.indexOf(id) !== index);
      return twice === undefined ? undefined : `id ${twice} stands twice`;
    }),
  ).toEqual([]);
});

test("a strict Content-Security-Policy stands on every page, and nothing needs an exception from it", () => {
  expect(
    offenders((html) => {
      const policy = /<meta http-equiv="?content-security-policy"? content="([^"]*)"/i.exec(html)?.[1];
      if (policy === undefined) return "no policy";
      if (!policy.includes("default-src 'self'")) return "no default-src";
      if (policy.includes("unsafe-inline")) return "unsafe-inline";
      if (/<[a-z][^>]*\sstyle=/i.test(html)) return "a style attribute";
      if (/<[a-z][^>]*\son[a-z]+=/i.test(html)) return "an event handler attribute";
      return undefined;
    }),
  ).toEqual([]);
});
