import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { siteInBrowser } from "./site-in-browser.ts";

const site = siteInBrowser();
const story = "/stories/moonlight-pods-on-one-node/";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
declare const window: {
  axe: { run(options: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
};

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() => window.axe.run({ preload: false }));
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** What a reader can open, and how. */
const opened: { what: string; path: string; width?: number; open(page: Page): Promise<void> }[] = [
  {
    what: "the menu",
    path: "/",
    width: 360,
    open: (page) => page.getByRole("button", { name: "Menu" }).click(),
  },
  {
    what: "all that is folded in a story, with blanks to fill in",
    path: story,
    width: 360,
    open: async (page) => {
      for (const summary of await page.locator("main summary:visible").all()) await summary.click();
      await page.locator("[data-blanks] input").first().fill("not a; name");
    },
  },
  {
    what: "a question that was answered",
    path: story,
    open: async (page) => {
      await page.locator("form[data-poll] label").first().click();
      await page.getByRole("button", { name: "Keep my answer" }).click();
    },
  },
  {
    what: "results of a search",
    path: "/search/?q=webhook",
    open: (page) => page.locator("[data-result]").first().waitFor(),
  },
  {
    what: "a search without results",
    path: "/search/?q=zxqwv",
    open: (page) =>
      page
        .getByText(/No story/)
        .first()
        .waitFor(),
  },
  {
    what: "filters on a phone",
    path: "/stories/",
    width: 360,
    open: (page) => page.locator("details.filters > summary").click(),
  },
  {
    what: "a diagnosis",
    path: "/diagnose/",
    open: async (page) => {
      await page
        .locator("#diagnose-text")
        .fill("0/128 nodes are available: 61 Insufficient memory, 90 node(s) didn't match node selector.");
      await page.locator("[data-diagnose-results] > li").first().waitFor();
    },
  },
  {
    what: "findings of a scan",
    path: "/scan/",
    open: async (page) => {
      await page.getByRole("button", { name: "Try an example" }).click();
      await page.locator(".scan-excerpt").first().waitFor();
    },
  },
  {
    what: "a story being told, with something wrong in it",
    path: "/contribute/",
    open: async (page) => {
      await page.locator('[name="id"]').fill("acme-probe-asked-the-old-port");
      await page.locator('[name="incidentDate"]').fill("2020-02-31");
      await page.locator('[name="incidentDate"]').blur();
      await page.locator(".wrong:visible").first().waitFor();
    },
  },
  {
    what: "tables behind the plots",
    path: "/patterns/",
    open: async (page) => {
      for (const summary of await page.locator("main summary").all()) await summary.click();
    },
  },
];

test.each(opened)(
  "$what: no accessibility violation in either theme",
  async ({ path, width = 1280, open }) => {
    const { page, context, problems } = await site.visit(path, {
      viewport: { width, height: 800 },
      colorScheme: "light",
      reducedMotion: "reduce",
    });
    await open(page);
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await violations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
  },
);

test("blanks are filled in once for all commands, kept nowhere, sent nowhere, and visible where they are empty", async () => {
  const { page, context, requests } = await site.visit(story);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie]));
  const before = requests.length;
  const names = (await page.locator("[data-blanks]").getAttribute("data-blanks"))?.split(" ") ?? [];
  expect(names.length).toBeGreaterThan(0);
  const [name = ""] = names;
  const blanks = page.locator("main var", { hasText: new RegExp(`^<${name}>$`) });
  const many = await blanks.count();
  expect(many).toBeGreaterThan(1);

  // A click on a blank leads to its field.
  await blanks.first().click();
  const field = page.locator("[data-blanks] label", { hasText: name }).locator("input");
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
  await page.keyboard.type("shop");
  expect(await page.locator("var[data-filled]", { hasText: /^shop$/ }).count()).toBe(many);

  // Nothing that would make a command another one.
  await field.fill("shop; rm -rf /");
  expect(await blanks.count()).toBe(many);
  expect(await field.evaluate((input) => (input as HTMLInputElement).validationMessage)).toMatch(/only/);
  await field.fill("shop");

  const command = page.locator(".command", { has: page.locator("var") }).first();
  await command.getByRole("button", { name: "Copy the command" }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toBe(await command.locator("code").textContent());
  expect(await copied()).toContain("shop");
  await field.fill("");
  await command.getByRole("button", { name: "Copy the command" }).click();
  await expect.poll(copied).toContain(`<${name}>`);

  expect(requests.slice(before)).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie]))).toBe(
    kept,
  );
  await page.reload();
  expect(await page.locator("var[data-filled]").count()).toBe(0);
  await context.close();
});

test("the light a reader chose is there before anything is painted", async () => {
  for (const [system, chosen] of [
    ["dark", "light"],
    ["light", "dark"],
  ] as const) {
    const { page, context } = await site.visit("/", { colorScheme: system });
    await page.evaluate((theme) => localStorage.setItem("theme", theme), chosen);
    // Without the site's own scripts: what decides has to stand in the page.
    await page.route(/\/_astro\/.*\.js$/, (route) => route.abort());
    await page.addInitScript(() => {
      new MutationObserver((_changes, observer) => {
        if (!document.body) return;
        observer.disconnect();
        document.documentElement.dataset["first"] = getComputedStyle(
          document.documentElement,
        ).backgroundColor;
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(new URL(story.slice(1), site.url).href);
    const first = await page.evaluate(() => document.documentElement.dataset["first"]);
    expect(first).toBe(chosen === "light" ? "rgb(243, 244, 240)" : "rgb(17, 20, 21)");
    await context.close();
  }
});

test("nothing moves while a page loads, however late its fonts come, or where they never do", async () => {
  for (const delay of [400, undefined]) {
    const { page, context } = await site.visit("/404.html", { viewport: { width: 360, height: 640 } });
    await page.route(/\.woff2$/, async (route) => {
      if (delay === undefined) return route.abort();
      await new Promise((resolve) => setTimeout(resolve, delay));
      return route.continue();
    });
    for (const path of ["", story.slice(1), "stories/", "guardrails/"]) {
      await page.goto(new URL(path, site.url).href, { waitUntil: "load" });
      const shift = await page.evaluate(async () => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
        await new Promise((resolve) => setTimeout(resolve, 700));
        return sum;
      });
      expect(shift, path).toBe(0);
    }
    await context.close();
  }
});

test("who wants less motion gets none", async () => {
  const { page, context } = await site.visit(story, { reducedMotion: "reduce" });
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe("auto");
  await page.locator(".theme-toggle").click();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  const moving = await page.evaluate(() => {
    const applied = (rules: CSSRuleList): CSSRule[] =>
      [...rules].flatMap((rule) => {
        if (rule instanceof CSSMediaRule)
          return matchMedia(rule.conditionText).matches ? applied(rule.cssRules) : [];
        return [rule];
      });
    return [...document.styleSheets]
      .flatMap((sheet) => applied(sheet.cssRules))
      .map((rule) => rule.cssText)
      .filter((text) =>
        /^@view-transition|(?:animation|transition)(?:-duration)?: |scroll-behavior: smooth/.test(text),
      );
  });
  expect(moving).toEqual([]);
  await context.close();
});

test("where the system chooses the colours, controls keep their edges and changes keep their signs", async () => {
  const { page, context } = await site.visit(story, { forcedColors: "active" });
  for (const selector of [".button.small", ".effect", ".command", ".diff"]) {
    const [border, ground, paper] = await page
      .locator(selector)
      .first()
      .evaluate((element) => [
        getComputedStyle(element).borderTopWidth,
        getComputedStyle(element).backgroundColor,
        getComputedStyle(document.body).backgroundColor,
      ]);
    expect(border !== "0px" || ground !== paper, selector).toBe(true);
  }
  const sign = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element, "::before").content);
  expect(await sign(".diff ins")).toContain("+");
  expect(await sign(".diff del")).toContain("-");
  expect(await sign(".severity")).toMatch(/[●○]{3}/);
  expect(await violations(page)).toEqual([]);
  await context.close();
});

test("a printed story is open, black on white, and shows its addresses", async () => {
  const { page, context } = await site.visit(story, {
    colorScheme: "dark",
    viewport: { width: 700, height: 990 },
  });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const folded = await page.locator("main details").evaluateAll((all) =>
    all
      .filter((details) => !details.matches("[data-blanks]"))
      .filter((details) =>
        [...details.children].some(
          (child) => child.tagName !== "SUMMARY" && child.getClientRects().length === 0,
        ),
      )
      .map((details) => details.querySelector("summary")?.textContent),
  );
  expect(folded).toEqual([]);
  const source = page.locator(".sources a[href^=http]").first();
  expect(await source.evaluate((link) => getComputedStyle(link, "::after").content)).toContain(
    await source.getAttribute("href"),
  );
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    "rgb(255, 255, 255)",
  );
  for (const selector of [".site-nav", ".theme-toggle", ".copy"])
    expect(await page.locator(selector).first().isVisible(), selector).toBe(false);
  await context.close();
});

test("without styles a story is in the order in which it is needed", async () => {
  const { page, context } = await site.visit(story);
  const order = await page.evaluate(() => {
    for (const style of document.querySelectorAll("style")) style.remove();
    return [...document.querySelectorAll("h1, main h2")].map((title) => ({
      id: title.id || title.tagName,
      y: title.getBoundingClientRect().top + scrollY,
    }));
  });
  expect(order.map(({ id }) => id)).toEqual([...order].sort((a, b) => a.y - b.y).map(({ id }) => id));
  const ids = order.map(({ id }) => id);
  const wanted = [
    "H1",
    "what-you-see",
    "does-this-match",
    "do-this-first",
    "case-file",
    "what-happened",
    "why",
    "the-fix",
    "keep-it-from-happening",
    "sources",
    "poll",
    "read-on",
  ];
  expect(ids.filter((id) => wanted.includes(id))).toEqual(wanted);
  await context.close();
});
