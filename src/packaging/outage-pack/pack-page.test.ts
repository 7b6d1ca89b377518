import { expect, test } from "vitest";
import { type PackedSite, packPage } from "./pack-page.ts";

const site: PackedSite = {
  base: "/a/",
  home: "https://example.com/a/",
  has: (file) => ["index.html", "stories/x/index.html", "favicon.svg", "search/index.html"].includes(file),
  script: (file) => (file === "_astro/page.js" ? "_pack/script-0.js" : undefined),
};
const page = (head: string, body = "") =>
  `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'self'">${head}</head><body>${body}</body></html>`;

test("addresses are relative and name files, and what is not there is linked to where it is", () => {
  const html = packPage(
    page(
      '<link rel="icon" href="/a/favicon.svg"><link rel="preload" href="/a/f.woff2">',
      '<a href="/a/">home</a><a href="/a/stories/x/?a=1&amp;b#why">x</a><a href="/a/card.png">card</a><a href="https://example.com/">web</a><form action="/a/search/"></form><a href="#top">top</a>',
    ),
    "stories/y/index.html",
    site,
  );
  expect(html).toContain('<link rel="icon" href="../../favicon.svg">');
  expect(html).not.toContain("preload");
  expect(html).toContain(
    '<a href="../../index.html">home</a><a href="../../stories/x/index.html?a=1&amp;b#why">x</a><a href="https://example.com/a/card.png">card</a><a href="https://example.com/">web</a><form action="../../search/index.html"></form><a href="#top">top</a>',
  );
});

test("scripts are plain ones, after the one that stands in for what a disk cannot do, and may fetch nothing", () => {
  const html = packPage(
    page(
      '<style>@font-face{src:url(x)}p{color:red}</style><script type="module" src="/a/_astro/page.js"></script>',
    ),
    "index.html",
    site,
  );
  expect(html).toContain('<script defer src="_pack/script-0.js"></script>');
  expect(html).toContain(
    '<script defer src="_pack/offline.js" data-root="" data-base="/a/"></script></head>',
  );
  expect(html).toContain("<style>p{color:red}</style>");
  expect(html).toMatch(/content="default-src 'none';[^"]*script-src 'self' file:/);
  expect(html).not.toMatch(/unsafe-inline|connect-src/);
});

test("a page whose script cannot run from a disk is as it is without scripts", () => {
  const html = packPage(
    page(
      '<script type="module" src="/a/_astro/worker.js"></script>',
      '<noscript><p>In a terminal.</p></noscript><button class="button needs-script">Scan</button>',
    ),
    "scan/index.html",
    site,
  );
  expect(html).toContain("<div><p>In a terminal.</p></div>");
  expect(html).toContain('<button class="button needs-script" hidden>');
  expect(html).not.toContain("worker.js");
});
