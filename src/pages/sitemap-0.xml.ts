import { absolute } from "../catalog/links.ts";
import { listSitePaths } from "../catalog/site-paths.ts";
import { sitemap } from "../catalog/sitemap.ts";

/** The sitemap of all pages that may be listed. */
export async function GET(): Promise<Response> {
  const pages = (await listSitePaths()).map(({ path, changed }) => ({
    url: absolute(path),
    ...(changed === undefined ? {} : { changed }),
  }));
  return new Response(sitemap(pages), { headers: { "Content-Type": "application/xml; charset=utf-8" } });
}
