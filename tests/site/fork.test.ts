import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadLibrary } from "../../src/story/load-library.ts";
import { attributes } from "../helpers/html-attributes.ts";

// A company's fork: the small library with settings of its own, outside of this repository, built by the same program.

const name = "Acme Postmortems";
const base = "/postmortems/";
const site = "https://reliability.acme.example";
const denied = "Zanzibar Initiative";

const home = mkdtempSync(join(tmpdir(), "horror-fork-"));
const content = join(home, "content");
const out = join(home, "out");
const story = join(content, "stories/example-story/story.mdx");
afterAll(() => rmSync(home, { recursive: true, force: true }));

const settings = `name: ${name}
tagline: What broke at Acme, and what we changed.
site: ${site}
base: ${base}
repository: https://git.acme.example/sre/postmortems
contentPath: .
contentLicense: { name: Internal, url: "https://acme.example/internal" }
codeLicense: { name: MIT, url: "https://opensource.org/license/mit" }
poll: { mode: "off" }
indexable: false
`;

/**
 * Builds the fork from a shell in which others have set what Astro reads too; Vitest alone sets five of them. None of it
 * may reach a page.
 */
function build(): { status: number | null; stdout: string; stderr: string } {
  const { HORROR_SITE: _site, HORROR_BASE: _base, HORROR_DENY_LIST: _list, ...environment } = process.env;
  return spawnSync(process.execPath, ["scripts/build.ts", "--out", out], {
    encoding: "utf8",
    env: {
      ...environment,
      ...{ NODE_ENV: "development", DEV: "1", PROD: "", BASE_URL: "/", SITE: "https://elsewhere.example" },
      HORROR_CONTENT: content,
    },
  });
}

/** Every file below a folder, as a path from it with forward slashes, sorted. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.split(sep).join("/"))
    .sort();
}

/** The bytes of every file below a folder. */
function contentsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesIn(folder).map((file) => [file, readFileSync(join(folder, file)).toString("base64")]),
  );
}

let source: Record<string, string>;
let files: string[];
let pages: { page: string; html: string }[];

beforeAll(() => {
  cpSync("src/checks/examples/library/content", content, { recursive: true });
  cpSync("content/stories/_template", join(content, "stories/_template"), { recursive: true });
  cpSync("content/vocabulary.yaml", join(content, "vocabulary.yaml"));
  writeFileSync(join(content, "library.yaml"), settings);
  writeFileSync(join(content, "deny-list.txt"), `# What must not leave the house.\n${denied}\n`);
  cpSync(join(content, "stories/other-story"), join(content, "stories/draft-story"), { recursive: true });
  const draft = join(content, "stories/draft-story/story.mdx");
  writeFileSync(
    draft,
    readFileSync(draft, "utf8")
      .replace(/^title: .*/m, "title: Nobody may read this yet")
      .replace(/^summary: .*/m, "summary: It is still being written, and may turn out otherwise.")
      .replace(/^( +question:) .*/m, "$1 Would a draft be shown?")
      .replace(/^related: .*/m, "related: []")
      .replace(/^status: .*/m, "status: draft"),
  );
  source = contentsOf(content);
  const { status, stdout, stderr } = build();
  expect(status, stderr).toBe(0);
  expect(stdout).not.toContain("[ERROR]");
  files = filesIn(out);
  pages = files
    .filter((file) => file.endsWith(".html"))
    .map((page) => ({ page, html: readFileSync(join(out, page), "utf8") }));
}, 240_000);

test("the fork's stories are published, with a search index, and its folder is left as it was", () => {
  expect(pages.length).toBeGreaterThan(30);
  expect(files).toContain("stories/example-story/index.html");
  expect(files).toContain("stories/other-story/index.html");
  expect(files.filter((file) => file.startsWith("search-index/")).length).toBeGreaterThan(2);
  expect(contentsOf(content)).toEqual(source);
});

test("a draft is not published", () => {
  const told = files.filter((file) => builtText(file).includes("Nobody may read this yet"));
  expect([...told, ...files.filter((file) => file.includes("draft-story"))]).toEqual([]);
});

test("every link, script, style and image leads to a file below the base, and every anchor to an element", () => {
  const all = new Set(files);
  const ids = new Map(pages.map(({ page, html }) => [page, new Set(attributes(html, "id"))]));
  const broken: string[] = [];
  let checked = 0;
  for (const { page, html } of pages) {
    const here = new URL(`${base}${page.replace(/(^|\/)index\.html$/, "$1")}`, site);
    for (const value of ["href", "src", "action"].flatMap((attribute) => attributes(html, attribute))) {
      const target = new URL(value, here);
      if (target.host !== here.host) continue;
      checked++;
      const path = decodeURIComponent(target.pathname);
      const below = path.startsWith(base) ? path.slice(base.length) : undefined;
      const file = below === "" || below?.endsWith("/") ? `${below}index.html` : below;
      if (file === undefined || !all.has(file)) broken.push(`${page}: ${value}`);
      else if (target.hash.length > 1 && file.endsWith(".html"))
        if (!ids.get(file)?.has(decodeURIComponent(target.hash.slice(1))))
          broken.push(`${page}: ${value} (no such anchor)`);
    }
  }
  expect(checked).toBeGreaterThan(500);
  expect(broken).toEqual([]);
});

test("the fork's name stands in every title", () => {
  const untitled = pages.filter(({ html }) => !/<title>[^<]*<\/title>/.exec(html)?.[0].includes(name));
  expect(untitled.map(({ page }) => page)).toEqual([]);
});

test("every page is noindex, and robots.txt closes the site", () => {
  const open = pages.filter(({ html }) => !/<meta name="?robots"? content="?noindex/.test(html));
  expect(open.map(({ page }) => page)).toEqual([]);
  expect(readFileSync(join(out, "robots.txt"), "utf8")).toBe("User-agent: *\nDisallow: /\n");
});

test("no page of a closed library hands the addresses of its sources to an archive", () => {
  expect(
    pages.filter(({ html }) => /href="?https:\/\/web\.archive\.org/.test(html)).map(({ page }) => page),
  ).toEqual([]);
});

test("links to edit a story lead into the fork's own repository", () => {
  const html = readFileSync(join(out, "stories/example-story/index.html"), "utf8");
  expect(attributes(html, "href")).toContain(
    "https://git.acme.example/sre/postmortems/edit/main/stories/example-story/story.mdx",
  );
});

test("nothing of the library that the program came with is in it, and no path of the machine that built it", () => {
  const own = loadLibrary(content);
  const main = loadLibrary("content");
  const ids = (library: typeof main) => [...library.stories, ...library.guardrails, ...library.collections];
  const mine = new Set(ids(own).map(({ id }) => id));
  const words = [
    ...ids(main)
      .map(({ id }) => id)
      .filter((id) => !mine.has(id) && id !== "kubernetes-horror-stories"),
    ...main.stories.flatMap(({ template, story }) => (story?.facts && !template ? [story.facts.title] : [])),
    ...(main.references.value?.references ?? []).map(({ url }) => url),
    main.settings.value?.name ?? "",
    main.settings.value?.tagline ?? "",
    new URL(main.settings.value?.site ?? "").host,
    "Moonlight",
    "thenewstack.io",
    "Serkan",
    "elsewhere.example",
    home,
    process.cwd(),
  ];
  expect(words.length).toBeGreaterThan(100);
  expect(words).not.toContain("");
  const found: string[] = [];
  for (const file of files) {
    const text = builtText(file).toLowerCase();
    for (const word of words) if (text.includes(word.toLowerCase())) found.push(`${file}: ${word}`);
  }
  expect(found).toEqual([]);
});

/** A built file as text; the parts of the search index are packed. */
function builtText(file: string): string {
  const bytes = readFileSync(join(out, file));
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8");
}

describe("a build that is refused", () => {
  const refused = (expected: RegExp) => {
    const before = contentsOf(out);
    const { status, stdout, stderr } = build();
    expect(stderr).toMatch(expected);
    expect(stderr).toContain("nothing was built");
    expect(stdout).toBe("");
    expect(status).toBe(1);
    expect(contentsOf(out)).toEqual(before);
    expect(existsSync(`${out}.next`)).toBe(false);
    return stderr;
  };

  test("a denied word in a story stops it, is not repeated, and leaves the last output as it was", () => {
    const text = readFileSync(story, "utf8");
    appendFileSync(story, `\nThe zanzibar initiative went down.\n`);
    try {
      expect(refused(/story\.mdx:\d+:\d+: error: .*\[leaked-denied-word\]/)).not.toMatch(/zanzibar/i);
    } finally {
      writeFileSync(story, text);
    }
  });

  test("a folder without a template stops it with what to do", () => {
    const template = join(content, "stories/_template");
    rmSync(template, { recursive: true });
    try {
      refused(/There is no _template.*\[file-missing\]/);
    } finally {
      cpSync("content/stories/_template", template, { recursive: true });
    }
  });
});
