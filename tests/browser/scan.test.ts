import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { deploymentText } from "../../scripts/bench/deployment-text.ts";
import { compileGuardrails } from "../../src/checks/compile-guardrails.ts";
import { scanManifests } from "../../src/guardrail/scan-manifests.ts";
import { loadGuardrails } from "../../src/story/load-library.ts";
import { siteInBrowser } from "./site-in-browser.ts";

const site = siteInBrowser();

const broken = readFileSync("content/stories/moonlight-pods-on-one-node/broken.yaml", "utf8");
const fixed = readFileSync("content/stories/moonlight-pods-on-one-node/fixed.yaml", "utf8");
const unreadable = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a\n";

/** Objects of what the tests paste first. */
const boxed = fixed.split(/^---$/m).length;
/** How long the engine may take to load on a busy machine. */
const patient = { timeout: 20_000 };
const box = (page: Page) => page.getByRole("textbox", { name: "Manifests" });
const excerpts = (page: Page) => page.locator("[data-scan-results] > li");
const status = (page: Page) => page.locator("[data-scan-status]").textContent();
const drop = async (page: Page, files: readonly { name: string; text: string }[]) => {
  const data = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, text } of given) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.dispatchEvent("form[data-scan]", "drop", { dataTransfer: data });
};

test("what is pasted is scanned, and each finding stands beside its line", async () => {
  const { page, context, problems } = await site.visit("/scan/");
  await box(page).fill(broken);
  await excerpts(page).first().waitFor();
  const guardrails = [...compileGuardrails(loadGuardrails("content")).values()];
  const expected = scanManifests(
    [{ text: broken, origin: { file: "pasted.yaml" } }],
    guardrails.flatMap(({ policies }) => policies),
  ).findings;
  expect(expected.length).toBeGreaterThan(0);
  const places = await page.locator("[data-slot=place]").allTextContents();
  expect(places.map((place) => Number(/^Line (\d+)/.exec(place)?.[1]))).toEqual(
    expected.map(({ line }) => line),
  );
  const marked = await page.locator("[data-scan-results] .row.found").first();
  expect(await marked.getAttribute("data-number")).toBe(String(expected[0]?.line));
  expect(await marked.locator("mark").textContent()).toBe(
    broken
      .split("\n")
      [(expected[0]?.line ?? 0) - 1]?.slice(
        (expected[0]?.column ?? 0) - 1,
        (expected[0]?.endColumn ?? 0) - 1,
      ),
  );
  expect(await status(page)).toMatch(
    /^\d+ findings?\. \d+ objects? held against \d+ guardrails in \d+ ms\.$/,
  );
  expect(await page.locator("[data-slot=story]").first().getAttribute("href")).toMatch(
    /\/stories\/moonlight-pods-on-one-node\/$/,
  );
  expect(await page.locator("[data-scan-hits] a").first().textContent()).not.toBe("");
  await box(page).fill(fixed);
  await expect.poll(() => status(page), patient).toMatch(/^Nothing found/);
  expect(await excerpts(page).count()).toBe(0);
  expect(problems).toEqual([]);
  await context.close();
});

test("nothing that was pasted or dropped leaves the page, and it is kept nowhere", async () => {
  const secret = "do-not-tell-anyone-7f3a";
  const text = broken.replaceAll("example", secret);
  expect(text).toContain(secret);
  const { page, context } = await site.visit("/");
  const requests: { url: string; method: string; body: string | null }[] = [];
  context.on("request", (request) =>
    requests.push({ url: request.url(), method: request.method(), body: request.postData() }),
  );
  await page.goto(new URL("scan/", site.url).href, { waitUntil: "networkidle" });
  const engine = () =>
    requests.filter(({ url }) => /scan-worker|guardrails\.yaml/.test(url)).map(({ url }) => url);
  expect(engine()).toEqual([]);
  await box(page).fill(text);
  await excerpts(page).first().waitFor();
  // The engine and the guardrails, once each, are all that using the page fetches.
  expect(engine().map((url) => url.replace(/^.*\//, "").replace(/-.{8}\.js$/, ""))).toEqual([
    "scan-worker",
    "guardrails.yaml",
  ]);
  const loaded = requests.length;
  await box(page).fill(`${text}\n---\n${text}`);
  await expect.poll(() => excerpts(page).count(), patient).toBeGreaterThan(1);
  await drop(page, [{ name: "more.yaml", text }]);
  await expect.poll(() => page.locator("[data-slot=file]").allTextContents(), patient).toContain("more.yaml");
  await page.waitForTimeout(300);
  expect(requests.slice(loaded)).toEqual([]);
  expect(requests.filter(({ url }) => !url.startsWith(site.url))).toEqual([]);
  expect(requests.filter(({ method, body }) => method !== "GET" || body !== null)).toEqual([]);
  expect(requests.filter(({ url }) => url.includes(secret))).toEqual([]);
  expect(page.url()).toBe(new URL("scan/", site.url).href);
  const kept = await page.evaluate(async () => [
    ...Object.values(localStorage),
    ...Object.values(sessionStorage),
    document.cookie,
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...(await caches.keys()),
  ]);
  expect(kept.join("")).not.toContain(secret);
  expect(await page.locator("#scan-privacy").textContent()).toMatch(/never leaves this page/);
  await context.close();
});

test("500 objects take less than a second, and the page answers meanwhile", async () => {
  const { page, context } = await site.visit("/scan/");
  const text = Array.from({ length: 500 }, (_, index) => deploymentText(index)).join("---\n");
  // Loads the engine, so that what is measured is the scan.
  await box(page).fill(fixed);
  await expect.poll(() => status(page), patient).toMatch(/^Nothing found/);
  await page.evaluate(() => {
    const watch = { longest: 0, last: performance.now() };
    const tick = () => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
      setTimeout(tick, 0);
    };
    tick();
    Object.assign(window, { watch });
  });
  // The best of several, since the machine may be busy with something else.
  let scan = Number.POSITIVE_INFINITY;
  let gap = Number.POSITIVE_INFINITY;
  for (let round = 1; round <= 6 && (scan >= 1000 || gap >= 200); round++) {
    await page.evaluate(() => {
      (window as unknown as { watch: { longest: number } }).watch.longest = 0;
    });
    const objects = 500 - round;
    await drop(page, [{ name: "many.yaml", text: text.split("---\n").slice(round).join("---\n") }]);
    // What was pasted stands in the box still.
    await expect.poll(() => status(page), patient).toMatch(new RegExp(` ${objects + boxed} objects held`));
    scan = Math.min(scan, Number(/in ([\d,]+) ms/.exec((await status(page)) ?? "")?.[1]?.replace(",", "")));
    gap = Math.min(
      gap,
      await page.evaluate(() => (window as unknown as { watch: { longest: number } }).watch.longest),
    );
  }
  expect(scan).toBeLessThan(1000);
  expect(gap).toBeLessThan(200);
  await context.close();
});

test("findings in many places come a page at a time", async () => {
  const { page, context } = await site.visit("/scan/");
  await drop(page, [{ name: "many.yaml", text: Array.from({ length: 60 }, () => broken).join("\n---\n") }]);
  await excerpts(page).first().waitFor();
  const first = await excerpts(page).count();
  const more = page.locator("[data-scan-more]");
  expect(await more.textContent()).toMatch(/^Show \d+ more places of \d+$/);
  while (await more.isVisible()) await more.click();
  expect(await excerpts(page).count()).toBeGreaterThan(first);
  await context.close();
});

test("dropped files are scanned together, others are passed over, and Clear starts anew", async () => {
  const { page, context } = await site.visit("/scan/");
  await drop(page, [
    { name: "b.yaml", text: broken },
    { name: "a.yml", text: fixed },
    { name: "readme.md", text: "# No manifest" },
  ]);
  await excerpts(page).first().waitFor();
  expect(await page.locator("[data-scan-chosen]").textContent()).toBe(
    "Scanning a.yml, b.yaml. Passed over: 1, by name or size.",
  );
  expect(new Set(await page.locator("[data-slot=file]").allTextContents())).toEqual(new Set(["b.yaml"]));
  await page.getByRole("button", { name: "Clear" }).click();
  expect(await excerpts(page).count()).toBe(0);
  expect(await status(page)).toBe("");
  await page.getByRole("button", { name: "Scan", exact: true }).click();
  expect(await status(page)).toBe("Paste a manifest or choose files first.");
  await page.setInputFiles("input[type=file]", [
    { name: "c.json", mimeType: "application/json", buffer: Buffer.from(unreadable) },
  ]);
  await excerpts(page).first().waitFor();
  expect(await page.locator("[data-slot=story]").first().getAttribute("href")).toMatch(
    /\/checks\/yaml-[a-z-]+\/$/,
  );
  await context.close();
});

test.each(["light", "dark"] as const)("findings can be read by everybody (%s)", async (colorScheme) => {
  const { page, context } = await site.visit("/scan/", { colorScheme, bypassCSP: true });
  await box(page).fill(broken);
  await excerpts(page).first().waitFor();
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(options: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const result = await axe.run({ resultTypes: ["violations"] });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
  expect(violations).toEqual([]);
  await context.close();
});

test("everything works by keyboard", async () => {
  const { page, context } = await site.visit("/scan/");
  await box(page).focus();
  await page.keyboard.type("kind: [");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await excerpts(page).first().waitFor();
  const reached: string[] = [];
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press("Tab");
    reached.push(
      await page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || ""),
    );
  }
  expect(reached.map((name) => name.trim()).slice(0, 3)).toEqual(["scan-files", "Try an example", "Clear"]);
  await context.close();
});

test("markup in a manifest stays text", async () => {
  const { page, context, problems } = await site.visit("/scan/");
  await box(page).fill(broken.replace(/name: \S+/, 'name: "<img src=x onerror=alert(1)>"'));
  await excerpts(page).first().waitFor();
  expect(await page.locator("[data-scan-results] img").count()).toBe(0);
  expect(problems).toEqual([]);
  await context.close();
});

test("the example shows what a finding looks like", async () => {
  const { page, context } = await site.visit("/scan/");
  await page.getByRole("button", { name: "Try an example" }).click();
  await excerpts(page).first().waitFor();
  expect(await box(page).inputValue()).toContain("apiVersion:");
  // The story's address, which ends the message in a terminal, is a link of its own here.
  expect(await excerpts(page).first().locator('[data-slot="message"]').textContent()).toMatch(/[^\s]\.$/);
  await context.close();
});

test("where the guardrails cannot be loaded, the page says so and scans once they can", async () => {
  const { page, context } = await site.visit("/scan/");
  await context.route(/guardrails\.yaml$/, (route) => route.abort());
  await box(page).fill(broken);
  await expect.poll(() => status(page), patient).toMatch(/could not be loaded/);
  await context.unrouteAll();
  await page.getByRole("button", { name: "Scan", exact: true }).click();
  await excerpts(page).first().waitFor();
  await context.close();
});

test("without JavaScript the page gives the command that does the same", async () => {
  const { page, context } = await site.visit("/scan/", { javaScriptEnabled: false });
  expect(await page.locator("noscript").textContent()).toMatch(/horror -- scan/);
  expect(await page.locator("form[data-scan]").isVisible()).toBe(false);
  await context.close();
});
