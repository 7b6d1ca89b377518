import { expect, test } from "vitest";
import { weighPage } from "../../src/packaging/weigh.ts";
import { files, pages, read } from "./built-site.ts";

const base = process.env["HORROR_BASE"] ?? "/";
const all = new Set(files());
const readAddress = (address: string): string | undefined => {
  const name = address.slice(base.length);
  return all.has(name) ? read(name) : undefined;
};
const weights = pages().map((page) => ({ page, weight: weighPage(read(page), readAddress) }));

/** What one answer can carry before the other side has to say that it came: ten segments of 1,460 bytes, and the headers. */
const oneRoundTrip = 14 * 1024;

test("a story, with its styles and its pictures of the cascade, is one round trip", () => {
  const heavy = weights
    .filter(({ page }) => /^stories\/[^/]+\/index\.html$/.test(page))
    .map(({ page, weight }) => ({ page, bytes: weight.html.brotli + weight.styles.brotli }));
  expect(heavy.length).toBeGreaterThan(4);
  expect(
    heavy
      .filter(({ bytes }) => bytes > oneRoundTrip)
      .map(
        ({ page, bytes }) =>
          `${page} weighs ${bytes} bytes compressed, ${bytes - oneRoundTrip} too many: shorten it`,
      ),
  ).toEqual([]);
});

test("nothing but the page itself keeps a browser from showing it", () => {
  expect(weights.flatMap(({ page, weight }) => weight.blocking.map((file) => `${page}: ${file}`))).toEqual(
    [],
  );
});

test("until the reader does something, no page asks for more than 8 KB of script", () => {
  expect(
    weights
      .filter(({ weight }) => weight.scripts.brotli > 8 * 1024)
      .map(({ page, weight }) => `${page}: ${weight.scripts.brotli} bytes`),
  ).toEqual([]);
});

test("what pages load carries a hash in its name, so that it can be kept for ever", () => {
  const loaded = files().filter((name) => name.startsWith("_astro/"));
  expect(loaded.length).toBeGreaterThan(3);
  expect(loaded.filter((name) => !/[.-][\w-]{8}\.\w+$/.test(name))).toEqual([]);
});
