import type { APIRoute } from "astro";
import { cardSvg } from "../catalog/cards/card-svg.ts";
import { libraryCard } from "../catalog/cards/card-text.ts";
import { loadPainter } from "../catalog/cards/load-painter.ts";

/** What a link to any page that is no story looks like where it is shared. */
export const GET: APIRoute = async () => {
  const paint = await loadPainter();
  return new Response(paint(cardSvg(libraryCard())), { headers: { "content-type": "image/png" } });
};
