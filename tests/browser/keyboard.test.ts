import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { siteInBrowser } from "./site-in-browser.ts";

const site = siteInBrowser();

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

test("whatever has the focus shows it", async () => {
  const { page, context } = await site.visit("/stories/moonlight-pods-on-one-node/");
  const hidden: string[] = [];
  for (let stop = 0; stop < 60; stop++) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      const style = getComputedStyle(element);
      const label = element.closest("label");
      const near = label ? getComputedStyle(label.querySelector("span") ?? label) : style;
      const shows = [style, near].some((one) => one.outlineStyle !== "none" || one.boxShadow !== "none");
      return shows ? undefined : element.outerHTML.slice(0, 120);
    });
    if (seen !== undefined) hidden.push(seen);
  }
  expect(hidden).toEqual([]);
  await context.close();
});
