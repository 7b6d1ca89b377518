import type { APIContext } from "astro";
import { listStories, type StoryView } from "../../catalog/stories.ts";
import { storyDocument } from "../../catalog/story-json.ts";

export async function getStaticPaths() {
  return (await listStories()).map((story) => ({ params: { id: story.id }, props: { story } }));
}

/** One story with all of its facts. Its form is published as /schema/story.json. */
export function GET({ props }: APIContext<{ story: StoryView }>): Response {
  return Response.json(storyDocument(props.story));
}
