import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { siteInBrowser } from "./site-in-browser.ts";

const site = siteInBrowser();

/** Presses Tab until something with this text has the focus; fails after a hundred stops. */
async function tabTo(page: Page, text: RegExp): Promise<void> {
  for (let stop = 0; stop < 100; stop++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      return `${element?.textContent ?? ""} ${element?.getAttribute("aria-label") ?? ""}`;
    });
    if (text.test(focused)) return;
  }
  throw new Error(`Nothing that says ${text} was reached by Tab.`);
}

test("the first stop of every page skips to its content", async () => {
  const { page, context } = await site.visit("/stories/");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).textContent)).toMatch(/skip/i);
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => location.hash)).not.toBe("");
  await context.close();
});

test("a story is reached, read and answered without a mouse", async () => {
  const { page, context, problems } = await site.visit("/");
  await tabTo(page, /^Stories\b/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/stories\/$/);
  await tabTo(page, /replica/i);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/stories\/moonlight-pods-on-one-node\/$/);
  await page.locator("form[data-poll] input[type=radio]").first().focus();
  await page.keyboard.press("Space");
  expect(await page.locator("form[data-poll] input:checked").count()).toBe(1);
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
