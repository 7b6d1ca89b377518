import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { siteInBrowser } from "./site-in-browser.ts";

const site = siteInBrowser();
const id = "replicas-may-share-a-node";
const folder = `content/guardrails/${id}`;

test("the policy and the commands of a guardrail can be copied, and its other cases unfolded", async () => {
  const { page, context, problems } = await site.visit(`/guardrails/${id}/`);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole("button", { name: `Copy ${id}.yaml` }).click();
  await expect.poll(copied).toBe(readFileSync(`${folder}/policy.yaml`, "utf8"));
  await page.locator("main .command .copy").nth(1).click();
  await expect
    .poll(copied)
    .toBe(
      `kubectl patch validatingadmissionpolicybinding horror-${id} --type merge --patch '{"spec":{"validationActions":["Deny","Audit"]}}'`,
    );
  const folded = page.locator("[data-example=refused] details");
  expect(await folded.locator("pre").isVisible()).toBe(false);
  await folded.locator("summary").focus();
  await page.keyboard.press("Enter");
  expect(await folded.locator("pre").isVisible()).toBe(true);
  expect(problems).toEqual([]);
  await context.close();
});

test("an address from before guardrails had pages still shows the guardrail, one step from its page", async () => {
  const { page, context } = await site.visit(`/guardrails/#${id}`);
  const row = page.locator(`[id="${id}"]`);
  await expect.poll(() => row.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(900);
  await row.getByRole("link").click();
  await page.waitForURL((url) => url.pathname.endsWith(`/guardrails/${id}/`));
  await context.close();
});

test("a finding of the scan leads to the page of its guardrail", async () => {
  const { page, context, problems } = await site.visit("/scan/");
  await page.locator("#scan-text").fill(readFileSync(`${folder}/fail.yaml`, "utf8"));
  const link = page.locator("[data-scan-results] [data-slot=guardrail]").first();
  await link.waitFor();
  expect(await link.textContent()).toBe(id);
  await link.click();
  await page.waitForURL((url) => url.pathname.endsWith(`/guardrails/${id}/`));
  expect(problems).toEqual([]);
  await context.close();
});
