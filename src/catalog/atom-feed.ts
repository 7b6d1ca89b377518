import { escapeXml } from "./xml.ts";

/** A feed; addresses are whole, days are YYYY-MM-DD. */
export interface Feed {
  title: string;
  subtitle: string;
  /** Address of the page the feed belongs to; also its permanent id. */
  home: string;
  /** Address of the feed itself. */
  self: string;
  author: string;
  rights: string;
  entries: readonly FeedEntry[];
}

/** An entry of a feed. */
export interface FeedEntry {
  title: string;
  /** Address of the page; also the entry's permanent id. */
  url: string;
  published: string;
  updated: string;
  summary: string;
  categories: readonly { term: string; label: string }[];
}

/**
 * Writes an Atom feed (RFC 4287). The feed is as new as its newest entry, so that building twice gives the same bytes;
 * a feed without entries, which still has to say a time, carries the day `empty`.
 */
export function atomFeed(feed: Feed, empty = "1970-01-01"): string {
  const updated =
    feed.entries
      .map((entry) => entry.updated)
      .sort()
      .at(-1) ?? empty;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <title>${escapeXml(feed.title)}</title>
  <subtitle>${escapeXml(feed.subtitle)}</subtitle>
  <id>${escapeXml(feed.home)}</id>
  <link rel="alternate" type="text/html" href="${escapeXml(feed.home)}"/>
  <link rel="self" type="application/atom+xml" href="${escapeXml(feed.self)}"/>
  <updated>${midnight(updated)}</updated>
  <author><name>${escapeXml(feed.author)}</name></author>
  <rights>${escapeXml(feed.rights)}</rights>
${feed.entries.map(entryXml).join("")}</feed>
`;
}

function entryXml(entry: FeedEntry): string {
  const categories = entry.categories
    .map(({ term, label }) => `    <category term="${escapeXml(term)}" label="${escapeXml(label)}"/>\n`)
    .join("");
  return `  <entry>
    <title>${escapeXml(entry.title)}</title>
    <id>${escapeXml(entry.url)}</id>
    <link rel="alternate" type="text/html" href="${escapeXml(entry.url)}"/>
    <published>${midnight(entry.published)}</published>
    <updated>${midnight(entry.updated)}</updated>
    <summary>${escapeXml(entry.summary)}</summary>
${categories}  </entry>
`;
}

/** A day as the date and time of RFC 3339 that Atom asks for. */
function midnight(day: string): string {
  return `${day}T00:00:00Z`;
}
