import type { APIContext } from "astro";
import { listAddressedStories, listFormerIds, type StoryView } from "../../catalog/stories.ts";
import { storyDocument } from "../../catalog/story-json.ts";

export async function getStaticPaths() {
  const stories = await listAddressedStories();
  // Programs follow no redirect of a page: at a former address stands the same document.
  return [...stories.map((story) => ({ id: story.id, story })), ...(await listFormerIds())].map(
    ({ id, story }) => ({ params: { id }, props: { story } }),
  );
}

/** One story with all of its facts. Its form is published as /schema/story.json. */
export function GET({ props }: APIContext<{ story: StoryView }>): Response {
  return Response.json(storyDocument(props.story));
}
