import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { addressOf, onePerKind } from "../site/built-site.ts";
import { siteInBrowser } from "./site-in-browser.ts";

const site = siteInBrowser();
const perKind = onePerKind();

/** Presses Tab until what has the focus fits a selector; fails after many stops. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < 400; stop++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Nothing that fits ${selector} was reached by Tab.`);
}

test("the first stop of every page skips to its content", async () => {
  const { page, context } = await site.visit("/stories/");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).textContent)).toMatch(/skip/i);
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => location.hash)).not.toBe("");
  await context.close();
});

test("the site is walked without a mouse: list, story, folded parts, commands, question, search, light", async () => {
  const { page, context, problems } = await site.visit("/", { viewport: { width: 360, height: 640 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await tabTo(page, ".menu-button");
  await page.keyboard.press("Enter");
  await tabTo(page, ".site-nav a[href$='/stories/']");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/stories\/$/);
  await tabTo(page, "main a[href$='/moonlight-pods-on-one-node/']");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/moonlight-pods-on-one-node\/$/);

  await tabTo(page, ".on-demand > summary");
  await page.keyboard.press("Enter");
  expect(
    await page
      .locator(".on-demand")
      .first()
      .evaluate((part) => (part as HTMLDetailsElement).open),
  ).toBe(true);
  await tabTo(page, "[data-blanks] > summary");
  await page.keyboard.press("Enter");
  await tabTo(page, "[data-blanks] input");
  await page.keyboard.type("search");
  await tabTo(page, ".command button");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^kubectl/);
  await tabTo(page, "[data-copy$='fixed.yaml']");
  await tabTo(page, "form[data-poll] input");
  await page.keyboard.press("Space");
  expect(await page.locator("form[data-poll] input:checked").count()).toBe(1);
  await tabTo(page, "main a[rel=next]");
  await page.keyboard.press("Enter");
  await page.waitForURL(
    (url) => /\/stories\/[^/]+\/$/.test(url.pathname) && !url.pathname.includes("moonlight"),
  );

  await page.keyboard.press("/");
  await page.waitForURL(/\/search\/$/);
  await page.keyboard.type("webhook");
  await page.locator("[data-result]").first().waitFor();
  await page.keyboard.press("ArrowDown");
  expect(await page.evaluate(() => document.activeElement?.matches("[data-result] a"))).toBe(true);
  await page.goto(new URL("guardrails/", site.url).href);
  await tabTo(page, ".theme-toggle");
  const before = await page.evaluate(() => getComputedStyle(document.body).color);
  await page.keyboard.press("Space");
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).not.toBe(before);
  expect(problems).toEqual([]);
  await context.close();
});

/** Presses Tab once; gives what has the focus: its place in the page, and what is wrong with how it shows. */
async function stopAfterTab(page: Page): Promise<{ place: number; wrong?: string } | undefined> {
  await page.keyboard.press("Tab");
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return undefined;
    const place = [...document.querySelectorAll("*")].indexOf(element);
    const style = getComputedStyle(element);
    const label = element.closest("label");
    const near = label ? getComputedStyle(label) : style;
    const inside = element.querySelector(".reach");
    const marked = inside ? getComputedStyle(inside).stroke !== "none" : false;
    const shown = [style, near].some((one) => one.outlineStyle !== "none" || one.boxShadow !== "none");
    const box = (label ?? element).getBoundingClientRect();
    const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const name = element.outerHTML.slice(0, 120);
    if (!shown && !marked) return { place, wrong: `shows no focus: ${name}` };
    return seen ? { place } : { place, wrong: `has the focus out of sight: ${name}` };
  });
}

test("Tab walks through every kind of page in its order, shows where it is, and gets out at the end", async () => {
  const { page, context } = await site.visit("/", { reducedMotion: "reduce" });
  const wrong: string[] = [];
  for (const name of perKind) {
    await page.goto(new URL(addressOf(name).slice(1), site.url).href, { waitUntil: "load" });
    // Some pages put the cursor into their box; the walk begins at the top all the same.
    await page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
      getSelection()?.collapse(document.body, 0);
    });
    const places: number[] = [];
    for (;;) {
      const stop = await stopAfterTab(page);
      if (!stop || stop.place === places[0]) break;
      if (stop.wrong) wrong.push(`${name}: ${stop.wrong}`);
      places.push(stop.place);
      if (places.length > 600) wrong.push(`${name}: no way out`);
      if (places.length > 600) break;
    }
    if (places.length < 10) wrong.push(`${name}: only ${places.length} stops`);
    const back = places.findIndex((place, index) => place < (places[index - 1] ?? 0));
    if (back > 0) wrong.push(`${name}: stop ${back} jumps back`);
  }
  expect(wrong).toEqual([]);
  await context.close();
});
