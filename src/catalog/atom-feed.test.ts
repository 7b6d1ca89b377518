import { expect, test } from "vitest";
import { atomFeed, type Feed } from "./atom-feed.ts";

const feed: Feed = {
  title: "Stories & more",
  subtitle: "What <broke>",
  home: "https://example.org/a/",
  self: "https://example.org/a/feed.xml",
  author: "The library",
  rights: "CC BY 4.0",
  entries: [
    {
      title: 'A "pod"',
      url: "https://example.org/a/stories/one/",
      published: "2026-01-02",
      updated: "2026-03-04",
      summary: "It's gone\u0007.",
      categories: [{ term: "dns", label: "DNS" }],
    },
    {
      title: "Another",
      url: "https://example.org/a/stories/two/",
      published: "2026-02-03",
      updated: "2026-02-03",
      summary: "Gone too.",
      categories: [],
    },
  ],
};

test("a feed is Atom", () => {
  expect(atomFeed(feed)).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
      <title>Stories &amp; more</title>
      <subtitle>What &lt;broke&gt;</subtitle>
      <id>https://example.org/a/</id>
      <link rel="alternate" type="text/html" href="https://example.org/a/"/>
      <link rel="self" type="application/atom+xml" href="https://example.org/a/feed.xml"/>
      <updated>2026-03-04T00:00:00Z</updated>
      <author><name>The library</name></author>
      <rights>CC BY 4.0</rights>
      <entry>
        <title>A &quot;pod&quot;</title>
        <id>https://example.org/a/stories/one/</id>
        <link rel="alternate" type="text/html" href="https://example.org/a/stories/one/"/>
        <published>2026-01-02T00:00:00Z</published>
        <updated>2026-03-04T00:00:00Z</updated>
        <summary>It&apos;s gone.</summary>
        <category term="dns" label="DNS"/>
      </entry>
      <entry>
        <title>Another</title>
        <id>https://example.org/a/stories/two/</id>
        <link rel="alternate" type="text/html" href="https://example.org/a/stories/two/"/>
        <published>2026-02-03T00:00:00Z</published>
        <updated>2026-02-03T00:00:00Z</updated>
        <summary>Gone too.</summary>
      </entry>
    </feed>
    "
  `);
});

test("a feed without stories is still a feed", () => {
  expect(atomFeed({ ...feed, entries: [] })).toContain("<updated>1970-01-01T00:00:00Z</updated>");
});
