import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { foreignCases, heldOutCases, pastedCases } from "../../scripts/quality/cases.ts";
import { diagnosableStories } from "../../src/checks/story-documents.ts";
import { buildStoryIndex } from "../../src/diagnosis/build-story-index.ts";
import { makeDiagnoser } from "../../src/diagnosis/diagnose.ts";
import { loadLibrary } from "../../src/story/load-library.ts";
import { launchBrowser } from "./browser.ts";

// The same module, bundled as for the site and run in a real browser, must answer as it does in the terminal.

const stories = diagnosableStories(loadLibrary(), { drafts: true });
const data = {
  index: buildStoryIndex(stories.map(({ document }) => document)),
  known: stories.map(({ known }) => known),
};
const texts = [
  ...pastedCases().map(({ text }) => text),
  ...heldOutCases().map(({ text }) => text),
  ...foreignCases().made.map(({ text }) => text),
];

let browser: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test("browser and terminal rank alike, to the last digit", async () => {
  const bundle = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      lib: { entry: "src/diagnosis/diagnose.ts", formats: ["es"], fileName: "diagnose" },
    },
  });
  const [output] = Array.isArray(bundle) ? bundle : [bundle];
  const code = output && "output" in output ? output.output[0].code : "";
  expect(code).toContain("makeDiagnoser");
  const page = await browser.newPage();
  await page.route("http://localhost/**", (route) =>
    route.fulfill(
      route.request().url().endsWith(".js")
        ? { contentType: "text/javascript", body: code }
        : { contentType: "text/html", body: "<!doctype html><title>Diagnosis</title>" },
    ),
  );
  await page.goto("http://localhost/");
  // As text, since the test runner rewrites the import in a function.
  const inBrowser: unknown = await page.evaluate(`(async () => {
    const { makeDiagnoser } = await import("/diagnose.js");
    const { index, known } = ${JSON.stringify(data)};
    const diagnose = makeDiagnoser(index, known);
    return ${JSON.stringify(texts)}.map((text) => JSON.stringify(diagnose(text)));
  })()`);
  const diagnose = makeDiagnoser(data.index, data.known);
  expect(texts.length).toBeGreaterThan(250);
  for (const [place, text] of texts.entries())
    expect((inBrowser as string[])[place], text).toBe(JSON.stringify(diagnose(text)));
});
