import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { contentSecurityPolicy, finishPage } from "./finish-page.ts";

const files: Record<string, string> = {
  "/_astro/a.css": ".used{color:red}.unused{color:blue}a:hover{color:var(--x)}:root{--x:red;--y:blue}\n",
  "/_astro/app.js": 'element.className = "made-by-script";',
};
const read = (address: string) => files[address];
const page = (head: string, body: string) =>
  `<!DOCTYPE html><html lang="en"> <head> <meta charset="utf-8"><title>A page</title>${head}</head> <body> ${body} </body></html>`;
const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("the styles that a page uses stand in it, and the policy names them and its scripts", () => {
  const html = finishPage(
    page(
      '<link rel="stylesheet" href="/_astro/a.css"><script>let a = 1;</script>',
      '<p class="used">Hello</p> <a href="/">there</a>',
    ),
    read,
  );
  const css = ".used{color:red}a:hover{color:red}";
  expect(html).toBe(
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${contentSecurityPolicy(
      ["let a = 1;"],
      css,
    )}"><title>A page</title><script>let a = 1;</script><style>${css}</style></head><body><p class="used">Hello</p><a href="/">there</a></body></html>`,
  );
  expect(html).toContain(hash(css));
  expect(html).toContain(hash("let a = 1;"));
});

test("a stylesheet that is not there stops the build", () => {
  expect(() => finishPage(page('<link rel="stylesheet" href="/_astro/gone.css">', ""), read)).toThrow(
    "/_astro/gone.css",
  );
});

test("data in a script element is no script, and needs no permission", () => {
  const html = finishPage(page('<script type="application/ld+json">{"a":1}</script>', ""), read);
  expect(html).toContain('{"a":1}');
  expect(html).not.toContain(hash('{"a":1}'));
});

test("what only the search index reads is gone, and the rest of the page is not", () => {
  const html = finishPage(
    page(
      "",
      '<article data-pagefind-body><div hidden data-index-only><div>a</div><span data-x="1"></span></div><p data-pagefind-ignore class="used">kept</p></article>',
    ),
    read,
  );
  expect(html).toContain('<body><article><p class="used">kept</p></article></body>');
});

test("space is kept where a reader or a machine would miss it", () => {
  const html = finishPage(
    page(
      "",
      '<p> one <b>two</b> <i>three</i>\n four </p> <pre>  a\n  b </pre> <p>x <svg> <path d="M0 0"></path> </svg> y</p>',
    ),
    read,
  );
  expect(html).toContain(
    '<p>one <b>two</b> <i>three</i> four</p><pre>  a\n  b </pre><p>x <svg><path d="M0 0"></path></svg> y</p>',
  );
});

test("text is escaped no more than it needs, and an attribute as much as it did", () => {
  const html = finishPage(page("", '<p title="&quot;">&quot;a&#39;s&quot; &lt;b&gt; &amp;gt;</p>'), read);
  expect(html).toContain(`<p title="&quot;">"a's" &lt;b> &amp;gt;</p>`);
});

test("a sign of more in an attribute ends no tag", () => {
  const html = finishPage(page("", '<div title="a > b  c"> text </div>'), read);
  expect(html).toContain('<div title="a > b  c">text</div>');
});

test("styles stay that a script uses which is loaded by another one", () => {
  const loaded: Record<string, string> = {
    "/base/_astro/a.css": ".now{top:0}.later{top:1px}.deep{top:2px}.never{top:3px}",
    "/base/_astro/app.js": 'import"./now.js";import(`./later.js`);',
    "/base/_astro/now.js": 'const a="now"',
    "/base/_astro/later.js": 'import{b}from"./parts/deep.js";import"./app.js";const c="later"',
    "/base/_astro/parts/deep.js": 'export const b="deep"',
  };
  const html = finishPage(
    page(
      '<link rel="stylesheet" href="/base/_astro/a.css"><script type="module" src="/base/_astro/app.js"></script>',
      "",
    ),
    (address) => loaded[address],
  );
  expect(html).toContain("<style>.now{top:0}.later{top:1px}.deep{top:2px}</style>");
});
