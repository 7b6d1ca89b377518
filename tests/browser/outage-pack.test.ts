import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { attributes } from "../helpers/html-attributes.ts";
import { dist } from "../site/built-site.ts";
import { launchBrowser } from "./browser.ts";

// The pack as somebody opens it while nothing answers: unpacked, from the disk, with the network off.

const home = mkdtempSync(join(tmpdir(), "outage pack "));
const entries = unzipSync(readFileSync(join(dist, "outage-pack.zip")));
const names = Object.keys(entries);
for (const [name, content] of Object.entries(entries)) {
  mkdirSync(join(home, dirname(name)), { recursive: true });
  writeFileSync(join(home, name), content);
}
const [top = ""] = names[0]?.split("/") ?? [];
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(home, { recursive: true, force: true });
});

const address = (file: string) => pathToFileURL(join(home, top, file)).href;

async function open(
  file: string,
): Promise<{ page: Page; problems: string[]; requests: string[]; close(): Promise<void> }> {
  const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const problems: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(address(file));
  return { page, problems, requests, close: () => context.close() };
}

test("it is one folder with a page to open first, and not heavy to carry", () => {
  expect(new Set(names.map((name) => name.split("/")[0])).size).toBe(1);
  expect(names).toContain(`${top}/index.html`);
  expect(readFileSync(join(dist, "outage-pack.zip")).length).toBeLessThan(16_000_000);
});

test("every link, script and picture of every page leads to a file of the pack, or to the web by its whole address", () => {
  const broken: string[] = [];
  let checked = 0;
  for (const name of names.filter((each) => each.endsWith(".html"))) {
    const html = Buffer.from(entries[name] ?? []).toString("utf8");
    for (const value of ["href", "src", "action"].flatMap((attribute) => attributes(html, attribute))) {
      if (/^(?:https?:|#|mailto:|data:)/.test(value)) continue;
      checked++;
      const target = fileURLToPath(new URL(value.replace(/[?#].*$/, ""), pathToFileURL(join(home, name))));
      if (!existsSync(target) || target.endsWith("/")) broken.push(`${name}: ${value}`);
    }
  }
  expect(checked).toBeGreaterThan(500);
  expect(broken).toEqual([]);
});

test("search works from the disk, and what it finds opens", async () => {
  const { page, problems, requests, close } = await open("index.html");
  await page.keyboard.press("/");
  await page.keyboard.type("anti-affinity");
  await page.keyboard.press("Enter");
  await page.locator("[data-result] a[data-title]").first().click();
  await page.waitForURL(/\/stories\/[^/]+\/index\.html/);
  expect(await page.locator("h1").textContent()).toMatch(/\w/);
  expect(requests.filter((url) => !/^(?:file|data|blob):/.test(url))).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});

test("diagnosis works from the disk", async () => {
  const { page, problems, close } = await open("diagnose/index.html");
  await page
    .locator("#diagnose-text")
    .fill(
      "0/128 nodes are available: 61 Insufficient memory, 90 node(s) didn't match node selector, 33 Insufficient cpu.",
    );
  await page.locator("[data-diagnose-results] > li a").first().click();
  await page.waitForURL(/\/stories\/[^/]+\/index\.html/);
  expect(problems).toEqual([]);
  await close();
});

test("a guardrail opens from the list, and its policy can be copied from the disk", async () => {
  const { page, problems, close } = await open("guardrails/index.html");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.locator("#replicas-may-share-a-node a").click();
  await page.waitForURL(/\/guardrails\/replicas-may-share-a-node\/index\.html/);
  await page.getByRole("button", { name: "Copy replicas-may-share-a-node.yaml" }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(readFileSync("content/guardrails/replicas-may-share-a-node/policy.yaml", "utf8"));
  expect(problems).toEqual([]);
  await close();
});

test("filters, blanks, copies and the light work too, in the library's own face", async () => {
  const { page, problems, close } = await open("stories/moonlight-pods-on-one-node/index.html");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy fixed.yaml" }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(readFileSync("content/stories/moonlight-pods-on-one-node/fixed.yaml", "utf8"));
  await expect.poll(() => page.evaluate(() => document.fonts.check("16px Literata"))).toBe(true);
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const before = await ground();
  await page.locator(".theme-toggle").click();
  expect(await ground()).not.toBe(before);
  await page.goto(address("stories/index.html"));
  const all = await page.locator("[data-story]:visible").count();
  await page.locator("input[type=checkbox][value=networking]").first().check({ force: true });
  await expect.poll(() => page.locator("[data-story]:visible").count()).toBeLessThan(all);
  expect(problems).toEqual([]);
  await close();
});

test("a page that cannot work from a disk says where it does", async () => {
  const { page, problems, close } = await open("scan/index.html");
  expect(await page.locator("main button:visible").count()).toBe(0);
  expect(await page.locator("main").textContent()).toMatch(/terminal|checkout/i);
  expect(problems).toEqual([]);
  await close();
});
