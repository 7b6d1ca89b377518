import type { APIContext } from "astro";
import { settings } from "../../catalog/library.ts";
import { absolute } from "../../catalog/links.ts";
import { listAddressedStories, listFormerIds, type StoryView } from "../../catalog/stories.ts";
import { storyMarkdown } from "../../catalog/story-markdown.ts";

export async function getStaticPaths() {
  const stories = await listAddressedStories();
  // Programs follow no redirect of a page: at a former address stands the same document.
  return [...stories.map((story) => ({ id: story.id, story })), ...(await listFormerIds())].map(
    ({ id, story }) => ({ params: { id }, props: { story } }),
  );
}

/** One story as Markdown. */
export function GET({ props: { story } }: APIContext<{ story: StoryView }>): Response {
  const { broken, fixed } = story.folder;
  const markdown = storyMarkdown({
    facts: story.facts,
    body: story.folder.story?.body ?? "",
    url: absolute(story.path),
    home: absolute("/"),
    when: story.when,
    category: story.category.label,
    provider: story.provider.label,
    components: story.components.map((component) => component.label),
    license: settings().contentLicense,
    ...(broken && fixed ? { broken: broken.text, fixed: fixed.text } : {}),
  });
  return new Response(markdown, { headers: { "Content-Type": "text/markdown; charset=utf-8" } });
}
