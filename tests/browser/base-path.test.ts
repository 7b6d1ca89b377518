import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { crawl } from "../site/broken-links.ts";
import { siteInBrowser } from "./site-in-browser.ts";

// The same library, built for an address two folders deep.

const base = "/a/b/";
const folder = mkdtempSync(join(tmpdir(), "base-path-"));
// Vitest fills the environment with what it tells Vite, which would make it a build for development.
const environment = Object.fromEntries(
  ["PATH", "HOME", "TMPDIR", "TEMP", "SystemRoot", "HORROR_CONTENT"].flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  ),
);
execFileSync(process.execPath, ["scripts/build.ts", "--out", folder], {
  env: {
    ...environment,
    HORROR_BASE: base,
    HORROR_SITE: "https://elsewhere.example",
    ASTRO_TELEMETRY_DISABLED: "1",
  },
  stdio: ["ignore", "ignore", "pipe"],
});
const site = siteInBrowser(base, folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("no link, script, style, picture or anchor is broken below another path", () => {
  const { checked, broken } = crawl(folder, base);
  expect(checked).toBeGreaterThan(500);
  expect(broken).toEqual([]);
});

test("whole addresses and headers name the path too", () => {
  for (const name of ["sitemap-index.xml", "feed.xml", "llms.txt", "robots.txt", "stories.json"])
    expect(readFileSync(join(folder, name), "utf8"), name).toContain(`https://elsewhere.example${base}`);
  expect(readFileSync(join(folder, "_headers"), "utf8")).toMatch(/^\/a\/b\/\*\n/);
});

test("pages, search, diagnosis and scan work there", async () => {
  const { page, context, problems, requests } = await site.visit("/");
  await page.keyboard.press("/");
  await page.keyboard.type("anti-affinity");
  await page.keyboard.press("Enter");
  await page.locator("[data-result] a").first().click();
  await page.waitForURL(/\/a\/b\/stories\/[^/]+\//);
  await page.goto(new URL("diagnose/", site.url).href);
  await page
    .locator("#diagnose-text")
    .fill("0/128 nodes are available: 61 Insufficient memory, 90 node(s) didn't match node selector.");
  await page.locator("[data-diagnose-results] > li").first().waitFor();
  await page.goto(new URL("scan/", site.url).href, { waitUntil: "networkidle" });
  expect(problems).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(site.url))).toEqual([]);
  await context.close();
});
