import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { diagnosableStories } from "../../src/checks/story-documents.ts";
import { loadLibrary } from "../../src/story/load-library.ts";
import { siteInBrowser } from "./site-in-browser.ts";

const site = siteInBrowser();
const stories = diagnosableStories(loadLibrary());

const box = (page: Page) => page.locator("#diagnose-text");
const matches = (page: Page) => page.locator("[data-diagnose-results] > li");
const status = (page: Page) => page.locator("[data-diagnose-status]");

/** The 256-node line with other numbers, amid the noise of kubectl describe. */
const pasted = `Name:           search-6f9d8c7b5d-q7x2l
Namespace:      acme-secret-project
Events:
  Type     Reason            Age   From               Message
  Warning  FailedScheduling  3m2s  default-scheduler  0/128 nodes are available: 2 node(s) were unschedulable, 61 Insufficient memory, 90 node(s) didn't match node selector, 33 Insufficient cpu.`;

test("the box has the focus, and text pasted into it names the story and the line", async () => {
  const { page, context, problems } = await site.visit("/diagnose/");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("diagnose-text");
  await page.keyboard.insertText(pasted);
  await matches(page).first().waitFor();
  expect(await matches(page).first().getAttribute("data-confidence")).toBe("exact");
  expect(await matches(page).first().locator("a").first().getAttribute("href")).toMatch(
    /\/stories\/loveholidays-gke-pod-ip-exhaustion\/$/,
  );
  const line = matches(page).first().locator("[data-slot=lines] > li").first();
  expect(await line.locator("[data-slot=number]").textContent()).toBe("line 5");
  expect(await line.locator(".set-aside").allTextContents()).toContain("0/128");
  expect(await line.locator("mark").allTextContents()).toContain("selector");
  expect(await status(page).textContent()).toMatch(/^5 lines read\. A line is known from/);
  expect(problems).toEqual([]);
  await context.close();
});

test("nothing pasted is sent, stored or written into the address", async () => {
  const { page, context, requests } = await site.visit("/diagnose/");
  // What answers comes with the first key; after that there is nothing left to ask for.
  await page.keyboard.press("Control");
  await page.waitForLoadState("networkidle");
  const before = requests.length;
  expect(requests.join()).toContain("diagnosis.json");
  await box(page).fill(pasted);
  await matches(page).first().waitFor();
  await box(page).fill("exec format error in acme-secret-project");
  await expect.poll(() => page.locator("[data-diagnose-forward]").isVisible()).toBe(true);
  expect(requests.slice(before)).toEqual([]);
  expect(requests.every((address) => address.startsWith(site.url))).toBe(true);
  expect(requests.join()).not.toMatch(/acme|Insufficient/);
  expect(page.url()).not.toContain("acme");
  const kept = await page.evaluate(async () => ({
    local: JSON.stringify(localStorage),
    session: JSON.stringify(sessionStorage),
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    history: JSON.stringify(history.state),
  }));
  expect(JSON.stringify(kept)).not.toMatch(/acme|Insufficient/);
  expect(kept).toMatchObject({ cookies: "", databases: 0, caches: 0 });
  await context.close();
});

test("a fragment opens it filled, and never reaches the server", async () => {
  const text =
    "0/7 nodes are available: 1 node(s) were unschedulable, 2 Insufficient memory, 3 node(s) didn't match node selector, 1 Insufficient cpu.";
  const { page, context, requests } = await site.visit(`/diagnose/#m=${encodeURIComponent(text)}`);
  await matches(page).first().waitFor();
  expect(await box(page).inputValue()).toBe(text);
  expect(requests.join()).not.toMatch(/m=|Insufficient/);
  await page.evaluate(() => {
    location.hash =
      "#m=CIDR+allocation+failed%3B+there+are+no+remaining+CIDRs+left+to+allocate+in+the+accepted+range";
  });
  await expect.poll(() => box(page).inputValue()).toMatch(/^CIDR allocation failed; there/);
  await context.close();
});

test("where nothing fits it says so, offers commands that read, and an issue without names", async () => {
  const { page, context } = await site.visit("/diagnose/");
  await box(page).fill(
    'Failed to start container acme in pod acme-web: exec format error, secret "acme-tls", 10.1.2.3',
  );
  await expect.poll(() => status(page).textContent()).toMatch(/No story/);
  expect(await page.locator("[data-family]:visible").count()).toBeGreaterThan(0);
  const issue = await page.locator("[data-diagnose-missing]").inputValue();
  expect(issue).toMatch(/exec format error/);
  expect(issue).not.toMatch(/acme|10\.1\.2\.3/);
  await page.getByRole("button", { name: "Clear" }).click();
  await expect.poll(() => page.locator("[data-diagnose-forward]").isVisible()).toBe(false);
  expect(await box(page).inputValue()).toBe("");
  await context.close();
});

test("two hundred lines are looked at while one types", async () => {
  const { page, context } = await site.visit("/diagnose/");
  await box(page).fill(Array.from({ length: 40 }, () => pasted).join("\n"));
  await matches(page).first().waitFor();
  expect(await matches(page).first().getAttribute("data-confidence")).toBe("exact");
  await context.close();
});

test("without JavaScript there are the kinds of errors and the index", async () => {
  const { page, context } = await site.visit("/diagnose/", { javaScriptEnabled: false });
  expect(await page.locator("noscript a").count()).toBeGreaterThan(0);
  expect(await page.locator(".families details").count()).toBeGreaterThan(25);
  await context.close();
});

test("the index of errors lists every signature with its story", async () => {
  const { page, context } = await site.visit("/errors/", { javaScriptEnabled: false });
  const listed = await page.locator("dl.errors dt").allTextContents();
  const signatures = stories.flatMap(({ known }) => known.signatures.map(({ template }) => template));
  expect(signatures.length).toBeGreaterThan(5);
  for (const signature of signatures) expect(listed.map((text) => text.trim())).toContain(signature);
  await page.goto(new URL("errors/coverage/", site.url).href);
  expect(await page.locator("tbody tr").count()).toBeGreaterThan(90);
  expect(await page.getByText("wanted").count()).toBeGreaterThan(10);
  await context.close();
});
