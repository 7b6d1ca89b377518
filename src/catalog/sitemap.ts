import { escapeXml } from "./xml.ts";

/** A page of a sitemap: its whole address, and the day of its last change (YYYY-MM-DD) where that is known. */
export interface SitemapEntry {
  url: string;
  changed?: string;
}

/** Writes a sitemap (https://www.sitemaps.org/protocol.html). One file holds at most 50,000 pages. */
export function sitemap(entries: readonly SitemapEntry[]): string {
  if (entries.length > 50_000)
    throw new Error(`A sitemap holds at most 50,000 pages, and there are ${entries.length}.`);
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.map(({ url, changed }) => `  <url><loc>${escapeXml(url)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ""}</url>\n`).join("")}</urlset>
`;
}

/** Writes an index of sitemaps. */
export function sitemapIndex(urls: readonly string[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.map((url) => `  <sitemap><loc>${escapeXml(url)}</loc></sitemap>\n`).join("")}</sitemapindex>
`;
}
