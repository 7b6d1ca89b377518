import { expect, test } from "vitest";
import { sitemap, sitemapIndex } from "./sitemap.ts";

test("a sitemap lists pages and their last change where it is known", () => {
  expect(
    sitemap([
      { url: "https://example.org/?a=1&b=2" },
      { url: "https://example.org/b/", changed: "2026-01-02" },
    ]),
  ).toBe(`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url><loc>https://example.org/?a=1&amp;b=2</loc></url>
  <url><loc>https://example.org/b/</loc><lastmod>2026-01-02</lastmod></url>
</urlset>
`);
});

test("an index lists sitemaps", () => {
  expect(sitemapIndex(["https://example.org/sitemap-0.xml"])).toContain(
    "<sitemap><loc>https://example.org/sitemap-0.xml</loc></sitemap>",
  );
});

test("a sitemap that no reader would accept is refused", () => {
  expect(() => sitemap(Array.from({ length: 50_001 }, () => ({ url: "https://example.org/" })))).toThrow(
    "50,001".replace(",", ""),
  );
});
