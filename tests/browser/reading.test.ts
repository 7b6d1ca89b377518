import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dist } from "../site/built-site.ts";
import { siteInBrowser } from "./site-in-browser.ts";

const site = siteInBrowser();
const moonlight = "stories/moonlight-pods-on-one-node";

test("the start page opens, and / puts the cursor into its search box", async () => {
  const { page, problems, context } = await site.visit("/");
  await page.keyboard.press("/");
  await page.keyboard.type("anti-affinity");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search\/\?q=anti-affinity/);
  await page.locator(`a[href*="${moonlight}/"]`).first().waitFor();
  expect(problems).toEqual([]);
  await context.close();
});

test("Ctrl+K leads to a search box from every kind of page", async () => {
  for (const path of [`/${moonlight}/`, "/stories/", "/checks/"]) {
    const { page, context } = await site.visit(path);
    await page.keyboard.press("Control+k");
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("search");
    await page.keyboard.type("webhook");
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe("webhook");
    await context.close();
  }
});

test("the copy button gives the bytes of fixed.yaml that were checked", async () => {
  const { page, context, problems } = await site.visit(`/${moonlight}/`);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy fixed.yaml" }).click();
  const source = readFileSync(`content/${moonlight}/fixed.yaml`, "utf8");
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(source);
  expect(
    readFileSync(`${dist}/${moonlight}/fixed.yaml`).equals(readFileSync(`content/${moonlight}/fixed.yaml`)),
  ).toBe(true);
  expect(problems).toEqual([]);
  await context.close();
});

test("the manifests that can be downloaded are the files that were checked, byte for byte", () => {
  for (const name of ["broken.yaml", "fixed.yaml"])
    expect(readFileSync(`${dist}/${moonlight}/${name}`, "utf8")).toBe(
      readFileSync(`content/${moonlight}/${name}`, "utf8"),
    );
});

test("a poll says where the answer goes, keeps it in the browser, and sends nothing", async () => {
  const { page, context, requests, problems } = await site.visit(`/${moonlight}/`);
  const poll = page.locator("form[data-poll]");
  expect(await page.locator(".poll").textContent()).toMatch(/stays in this browser/i);
  const before = requests.length;
  await poll.getByRole("radio").first().focus();
  await page.keyboard.press("ArrowDown");
  const chosen = await poll.locator("input:checked").inputValue();
  await page.keyboard.press("Enter");
  await page.reload();
  expect(await page.locator("form[data-poll] input:checked").inputValue()).toBe(chosen);
  expect(requests.slice(before).filter((url) => !url.startsWith(site.url))).toEqual([]);
  expect(requests.slice(before).filter((url) => url.includes("poll") && !/\.(?:js|css)$/.test(url))).toEqual(
    [],
  );
  expect(problems).toEqual([]);
  await context.close();
});

test("a story can be read without JavaScript, its poll and its filters saying plainly what they need", async () => {
  const { page, context } = await site.visit(`/${moonlight}/`, { javaScriptEnabled: false });
  for (const heading of ["What you see", "Do this first", "What happened", "Why", "The fix", "Sources"])
    expect(await page.getByRole("heading", { name: heading, exact: true }).count(), heading).toBe(1);
  expect(await page.locator(".copy").first().isVisible()).toBe(false);
  expect(await page.locator("body").textContent()).toMatch(/JavaScript/);
  await context.close();
});

test("the theme can be switched, is kept, and starts as the system wants", async () => {
  const { page, context } = await site.visit("/", { colorScheme: "dark" });
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await ground();
  await page.locator("button[data-theme-toggle], .theme-toggle").first().click();
  await expect.poll(ground).not.toBe(dark);
  const light = await ground();
  await page.goto(new URL("stories/", site.url).href);
  expect(await ground()).toBe(light);
  await context.close();
});
