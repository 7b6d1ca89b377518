import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { parseYaml } from "../../src/yaml/parse-yaml.ts";
import { copyOfContent, filesIn, horrorIn } from "../drafts/horror-in.ts";
import { siteInBrowser, type Visit } from "./site-in-browser.ts";

const site = siteInBrowser();
const id = "acme-probe-asked-the-old-port";
const answersFile = "tests/drafts/answers.yaml";
const told = parseYaml(readFileSync(answersFile, "utf8"), { file: answersFile }).documents[0]
  ?.value as Readonly<Record<string, string | string[]>>;

async function fill({ page }: Visit, answers: Readonly<Record<string, string | string[]>>): Promise<void> {
  await setFolded(page, false);
  for (const [name, value] of Object.entries(answers)) {
    const field = page.locator(`[name="${name}"]`);
    // The day of writing is not asked; it is today.
    if ((await field.count()) === 0) continue;
    const text = Array.isArray(value) ? value.join(", ") : value;
    if ((await field.evaluate((element) => element.tagName)) === "SELECT") await field.selectOption(text);
    else await field.fill(text);
  }
}

const setFolded = (page: Page, folded: boolean) =>
  page.locator(".more-answers").evaluateAll((all, closed) => {
    for (const one of all) one.toggleAttribute("open", !closed);
  }, folded);

const status = ({ page }: Visit) => page.locator('[data-part="status"]').textContent();

test("gives the same bytes as the command line, sends nothing and says so", async () => {
  const visit = await site.visit("/contribute/");
  const { page, context, problems, requests } = visit;
  expect(await page.locator("main").textContent()).toContain("it is sent nowhere");
  await fill(visit, { id, ...told });
  await expect
    .poll(() => status(visit), { timeout: 20_000 })
    .toBe("Nothing is wrong with it. Nothing is left to write.");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download the folder" }).click(),
  ]);
  const zip = unzipSync(readFileSync(await download.path()));
  const made = Object.fromEntries(
    Object.entries(zip).map(([path, bytes]) => [path.replace(`${id}/`, ""), new TextDecoder().decode(bytes)]),
  );
  const content = copyOfContent();
  const today = new Date().toISOString().slice(0, 10);
  await horrorIn(content, ["new", id, "--answers", answersFile, "--published", today]);
  expect(made).toEqual(filesIn(join(content, "stories", id)));
  rmSync(content, { recursive: true });
  expect(requests.filter((address) => !address.startsWith(site.url) && !address.startsWith("blob:"))).toEqual(
    [],
  );
  expect(requests.filter((address) => address.includes("acme") && !address.startsWith("blob:"))).toEqual([]);
  expect(problems).toEqual([]);
  await context.close();
});

test("says beside an answer what is wrong with it, in the words of the check", async () => {
  const visit = await site.visit("/contribute/");
  const { page, context, problems } = visit;
  await fill(visit, {
    id,
    title: "Short",
    incidentDate: "last week",
    components: "depoyment",
    fixed: "a: 1\n",
    broken: "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replica: 1\n",
  });
  await expect
    .poll(() => page.locator('[data-note="incidentDate"]').textContent(), { timeout: 20_000 })
    .toContain('incidentDate is "last week".');
  await page.locator('[name="incidentDate"]').fill("2026-03");
  await expect
    .poll(() => page.locator('[data-note="title"]').textContent(), { timeout: 20_000 })
    .toMatch(/title has 5 characters; it needs at least 15\./);
  expect(await page.locator('[data-note="components"]').textContent()).toMatch(
    /depoyment.*did you mean "deployment"/,
  );
  const broken = await page.locator('[data-note="broken"]').textContent();
  expect(broken).toMatch(/Line 6, column 3: .*"?replica"?.*replicas/);
  expect(await page.locator('[name="title"]').getAttribute("aria-invalid")).toBe("true");
  expect(problems).toEqual([]);
  await context.close();
});

test("shows live what the guardrail says to both manifests", async () => {
  const visit = await site.visit("/contribute/");
  const { page, context, problems } = visit;
  const [broken, fixed] = ["broken", "fixed"].map((name) =>
    readFileSync(`content/stories/moonlight-pods-on-one-node/${name}.yaml`, "utf8"),
  );
  await fill(visit, { id, broken: broken ?? "", fixed: fixed ?? "", guardrail: "replicas-may-share-a-node" });
  const proof = page.locator('[data-part="proof"]');
  await expect.poll(() => proof.textContent(), { timeout: 20_000 }).toMatch(/of broken\.yaml: refused\./);
  expect(await proof.textContent()).toMatch(/of fixed\.yaml: admitted/);
  expect(problems).toEqual([]);
  await context.close();
});

test("keeps what was written until it is told to forget", async () => {
  const visit = await site.visit("/contribute/");
  const { page, context, problems } = visit;
  await fill(visit, { id, title: "Every pod went down at once" });
  // At once, before anything has been checked.
  await page.reload();
  await expect.poll(() => status(visit), { timeout: 20_000 }).toContain("left to write");
  expect(await page.locator('[name="title"]').inputValue()).toBe("Every pod went down at once");
  await page.getByRole("button", { name: "Forget what I wrote" }).click();
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
  expect(await page.locator('[name="title"]').inputValue()).toBe("");
  // Taken back as long as the page is open, for a button that is easily hit.
  await page.getByRole("button", { name: "Bring it back" }).click();
  expect(await page.locator('[name="title"]').inputValue()).toBe("Every pod went down at once");
  await page.getByRole("button", { name: "Forget what I wrote" }).click();
  await page.reload();
  expect(await page.locator('[name="title"]').inputValue()).toBe("");
  expect(problems).toEqual([]);
  await context.close();
});

test("leads by keyboard from what is wrong or missing to its field, on a phone too", async () => {
  const visit = await site.visit("/contribute/", { viewport: { width: 360, height: 740 } });
  const { page, context, problems } = visit;
  await fill(visit, { id, kubernetesVersion: "latest", timeline: "It began." });
  await setFolded(page, true);
  const bar = page.locator("[data-bar]");
  await expect.poll(() => bar.textContent(), { timeout: 20_000 }).toMatch(/^2 findings\. \d+ places left/);
  expect(await bar.isVisible()).toBe(true);
  await page.getByRole("link", { name: "Version of Kubernetes" }).focus();
  await page.keyboard.press("Enter");
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("name"));
  expect(await focused()).toBe("kubernetesVersion");
  expect(await page.locator('[name="kubernetesVersion"]').isVisible()).toBe(true);
  await page.locator('[data-part="left-box"] > summary').focus();
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Tell the story in 200 to 600 words" }).focus();
  await page.keyboard.press("Enter");
  expect(await focused()).toBe("story");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(problems).toEqual([]);
  await context.close();
});

test("shows the page the story becomes, and makes the rest where one answer cannot be taken", async () => {
  const visit = await site.visit("/contribute/");
  const { page, context, problems } = visit;
  await fill(visit, { id, ...told, incidentDate: "last week" });
  const shown = page.locator("[data-preview]");
  await expect.poll(() => shown.textContent(), { timeout: 20_000 }).toContain("A question for you");
  const text = (await shown.textContent()) ?? "";
  for (const name of ["title", "story", "impact", "rollback", "lesson", "accounts", "question"])
    expect(text).toContain(String(told[name]).split("\n")[0]);
  expect(await shown.locator("svg text").count()).toBe(5);
  expect(await shown.locator(".diff ins").count()).toBe(1);
  expect(await status(visit)).toBe("1 finding. 1 place left to write.");
  expect(problems).toEqual([]);
  await context.close();
});

test("adds words of the vocabulary by a press, each once", async () => {
  const visit = await site.visit("/contribute/");
  const { page, context } = visit;
  await page.getByText("The words", { exact: true }).click();
  await page.getByRole("button", { name: "CoreDNS", exact: true }).click();
  await page.getByRole("button", { name: "Nodes", exact: true }).click();
  await page.getByRole("button", { name: "CoreDNS", exact: true }).click();
  expect(await page.locator('[name="components"]').inputValue()).toBe("node, coredns");
  await context.close();
});

test("nothing a stranger writes becomes markup", async () => {
  const visit = await site.visit("/contribute/");
  const { page, context, problems } = visit;
  const bad = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  await fill(visit, { id, title: bad, story: bad, question: bad, messages: bad });
  await expect.poll(() => status(visit), { timeout: 20_000 }).toContain("left to write");
  const shown = page.locator("[data-preview]");
  await expect.poll(() => shown.textContent(), { timeout: 20_000 }).toContain("<img src=x");
  expect(await page.locator("main img, [data-outcome] script, [data-preview] script").count()).toBe(0);
  expect(problems).toEqual([]);
  await context.close();
});
