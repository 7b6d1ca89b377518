import { expect, test } from "vitest";
import { loadLibrary } from "../../src/story/load-library.ts";
import { siteInBrowser } from "./site-in-browser.ts";

const site = siteInBrowser();
const stories = loadLibrary().stories.flatMap(({ id, template, story }) =>
  story?.facts && !template && story.facts.status === "reviewed" ? [{ id, facts: story.facts }] : [],
);

test("there are stories to find", () => {
  expect(stories.length).toBeGreaterThanOrEqual(5);
});

test("every story is among the first three results of the first of its own queries", async () => {
  const { page, context, problems } = await site.visit("/search/");
  const missed: string[] = [];
  const box = page.getByRole("searchbox").last();
  const status = page.locator("[data-search-status]");
  for (const { id, facts } of stories) {
    const [query = ""] = facts.queries;
    await box.fill("");
    await expect.poll(() => status.textContent()).toBe("");
    await box.fill(query);
    await expect.poll(() => status.textContent()).toMatch(/stor(?:y|ies)/);
    await page.locator("[data-result]").first().waitFor();
    const found = await page
      .locator("[data-result] a[data-title]")
      .evaluateAll((links) =>
        links.map((link) => /\/stories\/([^/#?]+)\//.exec((link as HTMLAnchorElement).href)?.[1]),
      );
    if (!found.slice(0, 3).includes(id))
      missed.push(`${query} → ${found.slice(0, 3).join(", ")} instead of ${id}`);
  }
  expect(missed).toEqual([]);
  expect(problems).toEqual([]);
  await context.close();
});

test("a search that finds nothing says so and leads on", async () => {
  const { page, context } = await site.visit("/search/?q=zxqwv");
  await expect.poll(() => page.locator("[data-search-status]").textContent()).toMatch(/No story/);
  expect(await page.locator("main a:visible").count()).toBeGreaterThan(3);
  await context.close();
});

test("filters narrow the list, live in the address, and come back with the back button", async () => {
  const { page, context, problems } = await site.visit("/stories/");
  const shown = () => page.locator("[data-story]:visible").count();
  const all = await shown();
  expect(all).toBe(stories.length);
  const summary = page.locator("details.filters > summary");
  if (await summary.isVisible()) await summary.click();
  await page.locator("input[type=checkbox][value=networking]").first().check({ force: true });
  await expect.poll(shown).toBeLessThan(all);
  const narrowed = await shown();
  expect(page.url()).toContain("networking");
  await page.reload();
  await expect.poll(shown).toBe(narrowed);
  await page.goBack();
  await expect.poll(shown).toBe(all);
  expect(problems).toEqual([]);
  await context.close();
});
