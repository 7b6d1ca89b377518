import { settings } from "../catalog/library.ts";
import { absolute } from "../catalog/links.ts";

/** Tells crawlers what they may read: everything, or nothing where the library is not to be listed. */
export function GET(): Response {
  const rules = settings().indexable
    ? ["User-agent: *", "Allow: /", "", `Sitemap: ${absolute("/sitemap-index.xml")}`]
    : ["User-agent: *", "Disallow: /"];
  return new Response(`${rules.join("\n")}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
