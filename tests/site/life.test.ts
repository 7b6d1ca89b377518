import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withOverlay } from "../../src/checks/examples/load-overlay.ts";

// What becomes of a story that was withdrawn, corrected or renamed, in a site built from the small library.

const parent = mkdtempSync(join(tmpdir(), "horror-life-"));
const dist = join(parent, "dist");
const read = (name: string): string => readFileSync(join(dist, name), "utf8");

beforeAll(() => {
  withOverlay([], (folder) => {
    const stories = join(folder, "content/stories");
    const edit = (id: string, lines: readonly string[]) => {
      const file = join(stories, id, "story.mdx");
      writeFileSync(file, readFileSync(file, "utf8").replace("status: reviewed", lines.join("\n")));
    };
    edit("example-story", [
      "status: reviewed",
      "formerIds: [one-replica]",
      "corrections: [{ on: 2026-02-03, what: The shop was closed for half an hour and not for two. }]",
    ]);
    // The story that will be withdrawn has a guardrail that no other story names.
    const kept = "two-replicas-kept";
    cpSync(join(folder, "content/guardrails/two-replicas"), join(folder, "content/guardrails", kept), {
      recursive: true,
    });
    const policy = join(folder, "content/guardrails", kept, "policy.yaml");
    writeFileSync(policy, readFileSync(policy, "utf8").replaceAll("horror-two-replicas", `horror-${kept}`));
    for (const name of ["broken.yaml", "fixed.yaml"])
      cpSync(join(stories, "example-story", name), join(stories, "other-story", name));
    const other = join(stories, "other-story/story.mdx");
    writeFileSync(
      other,
      readFileSync(other, "utf8")
        .replace(
          /^manifests:\n {2}none: .*$/m,
          'manifests: { origin: reconstruction, note: Ours., essential: ["replicas: 2"] }',
        )
        .replace(
          /^guardrail:\n {2}none: .*$/m,
          `guardrail: ${kept}\nproof: [{ object: Deployment/shop, guardrail: ${kept} }]`,
        )
        .replace(/^## The fix$/m, "## The fix\n\n<Manifests />"),
    );
    edit("other-story", [
      "status: withdrawn",
      "withdrawn: { on: 2026-03-01, reason: The report was about another system., successor: example-story }",
    ]);
    cpSync("content/stories/_template", join(stories, "_template"), { recursive: true });
    writeFileSync(
      join(stories, "_template/story.mdx"),
      readFileSync("content/stories/_template/story.mdx", "utf8").replace(
        /^components: .*$/m,
        "components: [deployment]",
      ),
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/build.ts", "--out", dist], {
      encoding: "utf8",
      env: {
        // What says that a test runs would make Vite and Astro behave as in one.
        ...Object.fromEntries(
          Object.entries(process.env).filter(
            ([name]) => !/^(?:VITEST|TEST|NODE_ENV|DEV|PROD|MODE|SSR)/.test(name),
          ),
        ),
        HORROR_CONTENT: join(folder, "content"),
      },
    });
    expect(status, stdout + stderr).toBe(0);
  });
}, 240_000);

afterAll(() => rmSync(parent, { recursive: true, force: true }));

describe("a withdrawn story", () => {
  test("keeps its page, which says why and what to read instead, and asks not to be listed", () => {
    const page = read("stories/other-story/index.html");
    expect(page).toContain("This story was withdrawn on 1 March 2026");
    expect(page).toContain("The report was about another system.");
    expect(page).toContain('Read instead: <a href="/stories/example-story/">');
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).not.toContain("application/ld+json");
    expect(read("stories/example-story/index.html")).not.toContain('content="noindex"');
  });

  test("keeps its documents", () => {
    expect(read("stories/other-story.md")).toContain("**This story was withdrawn on 2026-03-01.**");
    expect(JSON.parse(read("stories/other-story.json")).facts.withdrawn.successor).toBe("example-story");
  });

  test("keeps its guardrail's page and file, which no list leads to", () => {
    const page = read("guardrails/two-replicas-kept/index.html");
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).toMatch(/href="\/stories\/other-story\/">[^<]+<\/a> <span[^>]*>\(withdrawn\)/);
    expect(read("guardrails/two-replicas-kept.yaml")).toContain("horror-two-replicas-kept");
    expect(read("stories/other-story/index.html")).toContain("/guardrails/two-replicas-kept/");
    for (const list of ["guardrails/index.html", "guardrails.yaml", "scan/index.html", "sitemap-0.xml"])
      expect(read(list)).not.toContain("two-replicas-kept");
  });

  test.each([
    "index.html",
    "stories/index.html",
    "patterns/index.html",
    "errors/index.html",
    "stories.json",
    "signatures.json",
    "diagnosis.json",
    "feed.xml",
    "sitemap-0.xml",
  ])("is not in %s", (name) => {
    expect(read(name)).not.toContain("other-story");
  });

  test("is not found by the search", () => {
    const indexed = readdirSync(join(dist, "search-index", "kept"));
    expect(indexed.some((name) => name.startsWith("example-story."))).toBe(true);
    expect(indexed.filter((name) => name.startsWith("other-story."))).toEqual([]);
  });

  test("leads nowhere that does not exist", () => {
    const links = [...read("stories/other-story/index.html").matchAll(/href="(\/[^"#?]*)/g)].map(
      ([, path = ""]) => path,
    );
    expect(links).toContain("/categories/dns/");
    expect(links.filter((path) => !existsSync(join(dist, path.replace(/\/$/, "/index.html"))))).toEqual([]);
  });
});

test("corrections stand on the page and in the Markdown, with their dates", () => {
  expect(read("stories/example-story/index.html")).toMatch(
    /id="corrections">Corrections<\/h2><ul><li><time datetime="2026-02-03">3 February 2026<\/time>: The shop was closed for half an hour/,
  );
  expect(read("stories/example-story.md")).toContain(
    "## Corrections\n\n- 2026-02-03: The shop was closed for half an hour and not for two.",
  );
});

test("a former address leads to the story, and its documents are the story's", () => {
  const page = read("stories/one-replica/index.html");
  expect(page).toContain('<meta http-equiv="refresh" content="0; url=/stories/example-story/">');
  expect(page).toMatch(/<link rel="canonical" href="[^"]+\/stories\/example-story\/">/);
  expect(page).toContain('<meta name="robots" content="noindex">');
  expect(page).toContain('<a href="/stories/example-story/">The only replica went down with its node</a>');
  for (const form of ["json", "md"])
    expect(read(`stories/one-replica.${form}`)).toBe(read(`stories/example-story.${form}`));
  expect(read("sitemap-0.xml")).not.toContain("one-replica");
});
