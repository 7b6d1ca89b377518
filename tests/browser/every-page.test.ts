import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { addressOf, pages } from "../site/built-site.ts";
import { siteInBrowser } from "./site-in-browser.ts";

const site = siteInBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeViolation {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

declare const window: { axe: { run(options: unknown): Promise<{ violations: AxeViolation[] }> } };

// The same template serves many addresses: the pages that carry stories and one of each other kind are looked at in
// both themes, all the rest in one.
const all = pages();
const perKind = new Set(
  Object.values(
    Object.groupBy(all, (page) =>
      page.replace(/^(categories|components|providers|checks|guardrails)\/[^/]+\//, "$1/*/"),
    ),
  ).flatMap((group) => group?.slice(0, 1) ?? []),
);

test("there are pages to look at", () => {
  expect(all.length).toBeGreaterThan(30);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no page has an accessibility violation, an error or a foreign request (${colorScheme})`, {
    timeout: 420_000,
  }, async () => {
    const found: string[] = [];
    const { page, context, problems, requests } = await site.visit("/", {
      colorScheme,
      bypassCSP: true,
      reducedMotion: "reduce",
    });
    for (const name of all.filter((each) => colorScheme === "light" || perKind.has(each))) {
      await page.goto(new URL(addressOf(name).slice(1), site.url).href, { waitUntil: "load" });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ["violations"] }));
      for (const { id, nodes } of violations)
        found.push(`${name}: ${id} ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
      for (const problem of problems.splice(0)) found.push(`${name}: ${problem}`);
    }
    expect(found).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(site.url) && !url.startsWith("data:"))).toEqual([]);
    await context.close();
  });
}

test("no page breaks its own Content-Security-Policy", { timeout: 300_000 }, async () => {
  const { page, context, problems } = await site.visit("/");
  const broken: string[] = [];
  for (const name of perKind) {
    await page.goto(new URL(addressOf(name).slice(1), site.url).href, { waitUntil: "networkidle" });
    for (const problem of problems.splice(0)) broken.push(`${name}: ${problem}`);
  }
  expect(broken).toEqual([]);
  await context.close();
});

test("no page is wider than a small phone, and no text is cut off", { timeout: 300_000 }, async () => {
  const { page, context } = await site.visit("/", { viewport: { width: 320, height: 640 } });
  const wide: string[] = [];
  for (const name of perKind) {
    await page.goto(new URL(addressOf(name).slice(1), site.url).href, { waitUntil: "load" });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) wide.push(`${name}: ${width} px`);
  }
  expect(wide).toEqual([]);
  await context.close();
});
