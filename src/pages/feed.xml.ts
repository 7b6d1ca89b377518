import { atomFeed } from "../catalog/atom-feed.ts";
import { settings } from "../catalog/library.ts";
import { absolute } from "../catalog/links.ts";
import { listStories } from "../catalog/stories.ts";

/** The Atom feed of all stories. */
export async function GET(): Promise<Response> {
  const { name, tagline, contentLicense } = settings();
  const entries = (await listStories()).map(({ path, facts, category, components }) => ({
    title: facts.title,
    url: absolute(path),
    published: facts.published,
    updated: facts.updated ?? facts.published,
    summary: facts.summary,
    categories: [category, ...components].map(({ id, label }) => ({ term: id, label })),
  }));
  const feed = atomFeed({
    title: name,
    subtitle: tagline,
    home: absolute("/"),
    self: absolute("/feed.xml"),
    author: name,
    rights: `${contentLicense.name}, ${contentLicense.url}`,
    entries,
  });
  return new Response(feed, { headers: { "Content-Type": "application/atom+xml; charset=utf-8" } });
}
