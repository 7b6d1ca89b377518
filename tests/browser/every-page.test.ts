import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { weigh } from "../../src/packaging/weigh.ts";
import { addressOf, onePerKind, pages, read } from "../site/built-site.ts";
import { siteInBrowser } from "./site-in-browser.ts";

const site = siteInBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeViolation {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

declare const window: { axe: { run(options: unknown): Promise<{ violations: AxeViolation[] }> } };

const all = pages();
const perKind = onePerKind();
/** Widths at which layouts may come to their limits: between the breakpoints, and at what screens have. */
const widths = [320, 400, 480, 640, 768, 900, 1000, 1100, 1160, 1280, 1440, 1920];
/** How many pages are looked at side by side; more than the machine has processors gains nothing. */
const sideBySide = 3;

test("there are pages to look at", () => {
  expect(all.length).toBeGreaterThan(30);
  expect(perKind.length).toBeGreaterThan(15);
});

test("no page has an accessibility violation in either theme, an error, a foreign request, or breaks its policy", {
  timeout: 600_000,
}, async () => {
  const found: string[] = [];
  const waiting = [...all];
  const look = async (): Promise<void> => {
    const { page, context, problems, requests } = await site.visit("/", { reducedMotion: "reduce" });
    // Sent to the browser once rather than to each page.
    await page.addInitScript(axe);
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(new URL(addressOf(name).slice(1), site.url).href, { waitUntil: "load" });
      for (const problem of problems.splice(0)) found.push(`${name}: ${problem}`);
      found.push(...(await violations(page, name)));
      // Only colours differ between the themes.
      await page.emulateMedia({ colorScheme: "dark" });
      found.push(...(await violations(page, `${name} (dark)`, ["color-contrast"])));
    }
    found.push(...requests.filter((url) => !url.startsWith(site.url) && !url.startsWith("data:")));
    await context.close();
  };
  await Promise.all(Array.from({ length: sideBySide }, look));
  expect(found).toEqual([]);
});

test("at no width does anything that can be pressed lie below something else or out of sight", async () => {
  const { page, context } = await site.visit("/", { reducedMotion: "reduce" });
  const wrong: string[] = [];
  for (const name of perKind) {
    await page.goto(new URL(addressOf(name).slice(1), site.url).href, { waitUntil: "load" });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 2400 });
      const hidden = await page.evaluate(() => {
        const pressed = "a[href], button, input, select, textarea, summary";
        return [...document.querySelectorAll(pressed)].flatMap((element) => {
          const label = element.closest("label");
          // A link may run over several lines: its first one counts.
          const box = (label ?? element).getClientRects()[0];
          // Not shown, or shown by its label alone.
          if (
            !element.checkVisibility() ||
            !box ||
            box.width < 3 ||
            box.bottom > innerHeight ||
            box.bottom < 0
          )
            return [];
          const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
          const top = document.elementFromPoint(x, y);
          const own = label ?? element;
          // What keeps its place while the page scrolls covers nothing for good.
          for (let over = top; over !== null; over = over.parentElement)
            if (/sticky|fixed/.test(getComputedStyle(over).position) && !over.contains(own)) return [];
          const reached =
            top !== null && (own.contains(top) || (top.contains(own) && top.matches("a, svg a, g")));
          return reached && box.right <= innerWidth ? [] : [element.outerHTML.slice(0, 90)];
        });
      });
      wrong.push(...hidden.map((element) => `${name}, ${width} px: ${element}`));
    }
  }
  expect(wrong).toEqual([]);
  await context.close();
});

test("no kind of page fetches more than 8 KB of script before the reader does something", async () => {
  const { page, context, requests } = await site.visit("/");
  const heavy: string[] = [];
  for (const name of perKind) {
    requests.length = 0;
    await page.goto(new URL(addressOf(name).slice(1), site.url).href, { waitUntil: "networkidle" });
    const scripts = [...new Set(requests)]
      .filter((url) => /\.(?:js|json)$/.test(url))
      .map((url) => url.slice(site.url.length));
    const bytes = scripts.reduce((sum, file) => sum + weigh(read(file)).brotli, 0);
    if (scripts.length === 0 || bytes > 8 * 1024)
      heavy.push(`${name}: ${bytes} bytes, ${scripts.join(", ")}`);
  }
  expect(heavy).toEqual([]);
  await context.close();
});

async function violations(page: Page, name: string, rules?: readonly string[]): Promise<string[]> {
  const options = { resultTypes: ["violations"], preload: false, ...(rules ? { runOnly: rules } : {}) };
  const result = await page.evaluate((given) => window.axe.run(given), options);
  return result.violations.map(
    ({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html} ${nodes[0]?.failureSummary}`,
  );
}

test("no page is wider than a small phone, with letters twice their size, or on paper", async () => {
  const { page, context } = await site.visit("/", { viewport: { width: 320, height: 640 } });
  const wide: string[] = [];
  const look = async (name: string, how: string): Promise<void> => {
    const [content, view] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    if ((content ?? 0) > (view ?? 0)) wide.push(`${name}, ${how}: ${content} px in ${view}`);
  };
  for (const name of perKind) {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ media: "screen" });
    await page.goto(new URL(addressOf(name).slice(1), site.url).href, { waitUntil: "load" });
    await look(name, "320 px");
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    await look(name, "text at 200 %");
    await page.evaluate(() => document.documentElement.removeAttribute("style"));
    await page.setViewportSize({ width: 640, height: 450 });
    await look(name, "zoom at 200 %");
    await page.setViewportSize({ width: 700, height: 990 });
    await page.emulateMedia({ media: "print" });
    await look(name, "print");
  }
  expect(wide).toEqual([]);
  await context.close();
});
