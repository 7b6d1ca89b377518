import { absolute } from "../catalog/links.ts";
import { sitemapIndex } from "../catalog/sitemap.ts";

/** The index of sitemaps; there is one. */
export function GET(): Response {
  return new Response(sitemapIndex([absolute("/sitemap-0.xml")]), {
    headers: { "Content-Type": "application/xml; charset=utf-8" },
  });
}
