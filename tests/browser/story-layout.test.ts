import { expect, test } from "vitest";
import { addressOf, pages } from "../site/built-site.ts";
import { siteInBrowser } from "./site-in-browser.ts";

const site = siteInBrowser();
const phone = { viewport: { width: 360, height: 640 } };
const stories = pages().filter((name) => /^stories\/[^/]+\/index\.html$/.test(name));

test("there are stories to look at", () => {
  expect(stories.length).toBeGreaterThan(4);
});

test("on a phone, the symptom and the first safe command of every story stand above the second screenful", async () => {
  const { page, context } = await site.visit("/", phone);
  const below: string[] = [];
  for (const name of stories) {
    await page.goto(new URL(addressOf(name).slice(1), site.url).href, { waitUntil: "load" });
    for (const part of ["h2 + .symptom", ".command pre"]) {
      const box = await page.locator(part).first().boundingBox();
      if (!box || box.y + box.height > 1280)
        below.push(`${name}: ${part} ends at ${box && box.y + box.height}`);
    }
  }
  expect(below).toEqual([]);
  await context.close();
});

test("further signs and checks are folded on a phone and open on a desk", async () => {
  const [story = ""] = stories;
  for (const [viewport, shown] of [
    [phone.viewport, false],
    [{ width: 1280, height: 900 }, true],
  ] as const) {
    const { page, context } = await site.visit(addressOf(story), { viewport });
    expect(await page.locator(".on-demand > :not(summary)").first().isVisible()).toBe(shown);
    await context.close();
  }
});

test("on a phone the menu opens and closes by keyboard, with and without scripts", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, context } = await site.visit("/", { ...phone, javaScriptEnabled });
    const menu = page.getByRole("navigation", { name: "Library", exact: true });
    expect(await menu.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Menu" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => menu.isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => menu.isVisible()).toBe(false);
    await context.close();
  }
});

test("at every width the header holds what it shows, whole and beside each other", async () => {
  const { page, context } = await site.visit("/stories/");
  const wrong: string[] = [];
  for (let width = 320; width <= 1920; width += 40) {
    await page.setViewportSize({ width, height: 700 });
    const boxes = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          ".site-header :is(a, button, .wordmark svg, .wordmark span, .icon-button svg)",
        ),
      ]
        .map((element) => ({
          name: element.outerHTML.slice(0, 60),
          box: element.getBoundingClientRect(),
          element,
        }))
        .filter(({ box }) => box.width > 0)
        .map(({ name, box, element }) => {
          const { x, y, width: w, height: h } = box;
          // Whatever covers or cuts it would be found at its corners instead.
          const corners = [
            [x + 2, y + h / 2],
            [x + w - 2, y + h / 2],
          ].map(([left = 0, top = 0]) => document.elementFromPoint(left, top));
          const own = corners.every(
            (one) => one !== null && (element.contains(one) || one.contains(element)),
          );
          return { name, own: own && !corners.includes(document.body), right: x + w, width: w };
        }),
    );
    for (const { name, own, right, width: w } of boxes)
      if (!own || right > width || w < 8) wrong.push(`${width} px: ${name}`);
  }
  expect(wrong).toEqual([]);
  await context.close();
});

test("what is selected by hand in the difference is the fixed manifest", async () => {
  const { page, context } = await site.visit(
    addressOf(stories.find((name) => name.includes("moonlight")) ?? ""),
  );
  const selected = await page.evaluate(() => {
    const difference = document.querySelector(".diff");
    if (!difference) return "";
    getSelection()?.selectAllChildren(difference);
    return getSelection()?.toString() ?? "";
  });
  expect(selected).toContain("podAntiAffinity:");
  expect(selected).not.toContain("Three replicas are not three nodes");
  await context.close();
});
