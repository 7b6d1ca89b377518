import { settings } from "../catalog/library.ts";
import { listStories } from "../catalog/stories.ts";
import { storyFeed } from "../catalog/story-feed.ts";

/** The Atom feed of all stories. */
export async function GET(): Promise<Response> {
  const { name, tagline } = settings();
  return storyFeed({ title: name, meaning: tagline, path: "/", stories: await listStories() });
}
