import { describe, expect, test } from "vitest";
import { z } from "zod";
import { loadLibrary } from "../../src/story/load-library.ts";
import { addressOf, files, pages, read } from "./built-site.ts";

const { settings, stories: folders } = loadLibrary();
const site = process.env["HORROR_SITE"] ?? settings.value?.site ?? "";
const base = process.env["HORROR_BASE"] ?? settings.value?.base ?? "/";
const home = new URL(base, site).href;
const published = folders.flatMap(({ id, template, story }) =>
  story?.facts && !template && story.facts.status === "reviewed" ? [{ id, facts: story.facts }] : [],
);

/** Path of a built file that a whole address of this site leads to. */
function fileOf(address: string): string {
  expect(address.startsWith(home), address).toBe(true);
  const path = decodeURIComponent(new URL(address).pathname).slice(base.length);
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

/** Values of an element in an XML text, unescaped. */
function elements(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`, "g"))].map((match) =>
    (match[1] ?? "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&apos;", "'")
      .replaceAll("&amp;", "&"),
  );
}

test("there are published stories", () => {
  expect(published.length).toBeGreaterThanOrEqual(5);
});

describe("the feed", () => {
  const feed = read("feed.xml");
  const entries = feed.split("<entry>").slice(1);

  test("has every published story once, at an address that exists", () => {
    expect(elements(feed, "title").slice(1).sort()).toEqual(published.map(({ facts }) => facts.title).sort());
    const ids = entries.map((entry) => elements(entry, "id")[0] ?? "");
    expect(new Set(ids).size).toBe(published.length);
    for (const id of ids) expect(files()).toContain(fileOf(id));
  });

  test("has what RFC 4287 asks of a feed and of each entry", () => {
    const head = feed.split("<entry>")[0] ?? "";
    for (const name of ["title", "id", "updated", "name"]) expect(elements(head, name), name).toHaveLength(1);
    expect(head).toContain(`rel="self" type="application/atom+xml" href="${home}feed.xml"`);
    for (const entry of entries)
      for (const name of ["title", "id", "updated", "published", "summary"])
        expect(elements(entry, name), name).toHaveLength(1);
    for (const time of [...elements(feed, "updated"), ...elements(feed, "published")])
      expect(new Date(time).toISOString().replace(".000", "")).toBe(time);
  });
});

describe("the sitemap", () => {
  test("is found through its index and robots.txt", () => {
    expect(elements(read("sitemap-index.xml"), "loc").map(fileOf)).toEqual(["sitemap-0.xml"]);
    if (settings.value?.indexable)
      expect(read("robots.txt")).toContain(`Sitemap: ${home}sitemap-index.xml\n`);
    else expect(read("robots.txt")).toContain("Disallow: /\n");
  });

  test("lists every page that may be listed, and no other", () => {
    const listed = elements(read("sitemap-0.xml"), "loc").map((address) => addressOf(fileOf(address)));
    const notListed = ["/404.html", "/search/"];
    expect(listed.sort()).toEqual(
      pages()
        .map(addressOf)
        .filter((address) => !notListed.includes(address))
        .sort(),
    );
  });
});

describe("the JSON documents", () => {
  const schemaOf = (name: string) => z.fromJSONSchema(JSON.parse(read(`schema/${name}.json`)));
  const list = JSON.parse(read("stories.json"));

  test("stories.json is as its schema says and has every published story", () => {
    expect(schemaOf("stories").parse(list)).toEqual(list);
    expect(list.stories.map((story: { id: string }) => story.id).sort()).toEqual(
      published.map(({ id }) => id).sort(),
    );
  });

  test.each(published)("$id.json is as its schema says, and what it names exists", ({ id, facts }) => {
    const story = JSON.parse(read(`stories/${id}.json`));
    expect(schemaOf("story").parse(story)).toEqual(story);
    expect(story.facts).toEqual(facts);
    for (const address of [story.url, story.json, story.markdown, ...Object.values(story.files ?? {})])
      expect(files()).toContain(fileOf(String(address)));
  });

  test("a document that is not as its schema says is refused", () => {
    expect(schemaOf("stories").safeParse({ ...list, version: 2 }).success).toBe(false);
  });
});
