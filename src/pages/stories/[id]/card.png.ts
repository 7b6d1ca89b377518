import type { APIRoute } from "astro";
import { cardSvg } from "../../../catalog/cards/card-svg.ts";
import { storyCard } from "../../../catalog/cards/card-text.ts";
import { loadPainter } from "../../../catalog/cards/load-painter.ts";
import { getStory, listAddressedStories } from "../../../catalog/stories.ts";

/** What a link to a story looks like where it is shared. */
export const GET: APIRoute = async ({ params }) => {
  const paint = await loadPainter();
  return new Response(paint(cardSvg(storyCard(await getStory(params["id"] ?? "")))), {
    headers: { "content-type": "image/png" },
  });
};

export async function getStaticPaths() {
  return (await listAddressedStories()).map(({ id }) => ({ params: { id } }));
}
