import { atomFeed } from "./atom-feed.ts";
import { settings } from "./library.ts";
import { absolute } from "./links.ts";
import type { StoryView } from "./stories.ts";

/** A page whose stories can be followed. */
export interface FollowedPage {
  title: string;
  /** One sentence that says what it is. */
  meaning: string;
  /** Path of the page from the root. */
  path: string;
  stories: readonly StoryView[];
}

/** The Atom feed of a page's stories, which lies beside the page as feed.xml. */
export function storyFeed({ title, meaning, path, stories }: FollowedPage): Response {
  const { name, contentLicense } = settings();
  const feed = atomFeed({
    title,
    subtitle: meaning,
    home: absolute(path),
    self: absolute(`${path}feed.xml`),
    author: name,
    rights: `${contentLicense.name}, ${contentLicense.url}`,
    entries: stories.map((story) => ({
      title: story.facts.title,
      url: absolute(story.path),
      published: story.facts.published,
      updated: story.facts.updated ?? story.facts.published,
      summary: story.facts.summary,
      categories: [story.category, ...story.components].map(({ id, label }) => ({ term: id, label })),
    })),
  });
  return new Response(feed, { headers: { "Content-Type": "application/atom+xml; charset=utf-8" } });
}
