import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { siteInBrowser } from "./site-in-browser.ts";

const site = siteInBrowser();

const results = (page: Page) => page.locator("[data-result]");
const query = (page: Page) => new URL(page.url()).search;
const focused = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted), selector);

test("anti-affinity finds Moonlight, with the passage and a way to its place", async () => {
  const { page, context, problems } = await site.visit("/search/");
  await page.getByRole("searchbox").fill("anti-affinity");
  await results(page).first().waitFor();
  expect(await results(page).first().locator("a[data-title]").getAttribute("href")).toMatch(
    /\/stories\/moonlight-pods-on-one-node\/$/,
  );
  expect((await page.locator("[data-result] mark").first().textContent())?.toLowerCase()).toContain(
    "affinity",
  );
  await expect.poll(() => page.locator("[data-search-status]").textContent()).toMatch(/for “anti-affinity”/);
  await page.locator("[data-passages] a").first().click();
  await page.waitForURL(/#/);
  // The part after :~: has the browser mark the word; pages never see it.
  const [anchor = "", directive] = new URL(page.url()).hash.split(":~:");
  expect(await page.locator(anchor).count()).toBe(1);
  expect(directive).toMatch(/^text=.*affinity/i);
  expect(problems).toEqual([]);
  await context.close();
});

test("arrows walk through the results, Esc returns to the box, Enter opens, back restores", async () => {
  const { page, context } = await site.visit("/search/");
  const box = page.getByRole("searchbox");
  await box.fill("node");
  await results(page).nth(1).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  expect(await focused(page, "[data-result]:nth-child(2) a[data-title]")).toBe(true);
  await page.keyboard.press("Home");
  expect(await focused(page, "[data-result]:first-child a[data-title]")).toBe(true);
  await page.keyboard.press("ArrowUp");
  expect(await focused(page, "[data-search-input]")).toBe(true);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  expect(await focused(page, "[data-search-input]")).toBe(true);
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page, "a[data-title]")).toBe(true);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/stories\/[^/]+\/$/);
  await page.goBack();
  await results(page).first().waitFor();
  expect(await box.inputValue()).toBe("node");
  await box.focus();
  await page.keyboard.press("Escape");
  await expect.poll(() => results(page).count()).toBe(0);
  expect(query(page)).toBe("");
  await context.close();
});

test("every example is a search that finds something, lines of machines among them", async () => {
  const { page, context } = await site.visit("/search/");
  const examples = await page
    .locator(".examples a")
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(examples.length).toBeGreaterThan(3);
  for (const example of examples) {
    await page.goto(example);
    await results(page).first().waitFor();
  }
  await context.close();
});

test("facets work before anything is typed, live in the address, and come back", async () => {
  const { page, context, problems } = await site.visit("/search/");
  const networking = page.locator("form[data-facets] input[value=networking]");
  await networking.focus();
  await page.keyboard.press("Space");
  await results(page).first().waitFor();
  expect(query(page)).toBe("?category=networking");
  const narrowed = await results(page).count();
  await page.reload();
  await expect.poll(() => results(page).count()).toBe(narrowed);
  expect(await networking.isChecked()).toBe(true);
  await page.goBack();
  await expect.poll(() => results(page).count()).toBe(0);
  expect(await networking.isChecked()).toBe(false);
  await page.goForward();
  await expect.poll(() => results(page).count()).toBe(narrowed);
  await page.getByRole("button", { name: "Clear all" }).first().click();
  await expect.poll(() => query(page)).toBe("");
  expect(problems).toEqual([]);
  await context.close();
});

test("counts beside the facets are those of what was found", async () => {
  const { page, context } = await site.visit("/search/?q=anti-affinity");
  await results(page).first().waitFor();
  const sum = await page
    .locator("form[data-facets] input[name=severity] ~ [data-count]")
    .evaluateAll((counts) => counts.reduce((total, count) => total + Number(count.textContent), 0));
  expect(sum).toBe(await results(page).count());
  await context.close();
});

test("a line pasted from another cluster finds what it can, and says what it left out", async () => {
  const { page, context } = await site.visit(
    `/search/?q=${encodeURIComponent("E1125 09:00:01 dial tcp 10.99.1.7:443: i/o timeout from web-7f5d8c9b6d-x2x9k")}`,
  );
  await results(page).first().waitFor();
  expect(await page.locator("[data-search-status]").textContent()).toMatch(/leaving out|some of its words/);
  await context.close();
});

test("the search page says plainly what it needs, and leads on without it", async () => {
  const { page, context } = await site.visit("/search/", { javaScriptEnabled: false });
  expect(await page.locator("main").textContent()).toMatch(/needs JavaScript/);
  expect(await page.locator("noscript a").count()).toBeGreaterThan(2);
  await context.close();
});

test("where the index cannot be loaded, the page says so and works again once it can", async () => {
  const { page, context } = await site.visit("/");
  await page.route(/\/search-index\/entry/, (route) => route.abort());
  await page.goto(new URL("search/?q=webhook", site.url).href);
  const status = page.locator("[data-search-status]");
  await expect.poll(() => status.textContent()).toMatch(/could not be loaded/);
  await page.unrouteAll();
  await page.getByRole("searchbox").fill("webhooks");
  await results(page).first().waitFor();
  expect(await status.textContent()).toMatch(/for “webhooks”/);
  await context.close();
});

test("a first query loads little, and answers at once", async () => {
  const { page, context } = await site.visit("/");
  let bytes = 0;
  page.on("response", async (response) => {
    const type = response.request().resourceType();
    if (type === "document" || type === "font" || type === "image") return;
    bytes += (await response.body().catch(() => Buffer.alloc(0))).byteLength;
  });
  await page.goto(new URL("search/", site.url).href);
  await page.getByRole("searchbox").fill("CrashLoopBackOff");
  await results(page).first().waitFor();
  await page.waitForLoadState("networkidle");
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(100_000);
  // On a warm page: from the last key to the list, the pause for typing included.
  await page.getByRole("searchbox").fill("CrashLoop");
  await expect.poll(() => page.locator("[data-search-status]").textContent()).toMatch(/“CrashLoop”/);
  await context.close();
});

test("a message a story is known by leads to that story, whatever else is pasted with it", async () => {
  const text =
    "Warning FailedScheduling 3m default-scheduler 0/128 nodes are available: 2 node(s) were unschedulable, 61 Insufficient memory, 90 node(s) didn't match node selector, 33 Insufficient cpu.";
  const { page, context, problems } = await site.visit(`/search/?q=${encodeURIComponent(text)}`);
  await results(page).first().waitFor();
  expect(await results(page).first().locator("a[data-title]").getAttribute("href")).toMatch(
    /loveholidays-gke-pod-ip-exhaustion/,
  );
  expect(await page.locator("[data-search-status]").textContent()).toMatch(/known by this very message/);
  expect(problems).toEqual([]);
  await context.close();
});
