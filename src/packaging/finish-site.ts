import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { finishPage } from "./finish-page.ts";
import { headersFile } from "./headers-file.ts";

/**
 * Makes every page of a built site ready to be sent, after the search index has read them, and removes the stylesheets
 * that then stand in the pages; writes the headers a host should send to `_headers`. Takes the folder and the base path the site was built for. Gives how many pages it
 * finished. Throws where a page names a stylesheet that is not there.
 */
export function finishSite(folder: string, base: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) =>
    name.split(sep).join("/"),
  );
  const cached = new Map<string, string>();
  const read = (address: string): string | undefined => {
    const path = address.startsWith(base) ? address.slice(base.length) : undefined;
    if (path === undefined || !names.includes(path)) return undefined;
    const text = cached.get(path) ?? readFileSync(join(folder, path), "utf8");
    cached.set(path, text);
    return text;
  };
  const pages = names.filter((name) => name.endsWith(".html"));
  const hashes = new Set<string>();
  for (const name of pages) {
    const file = join(folder, name);
    const html = finishPage(readFileSync(file, "utf8"), read);
    writeFileSync(file, html);
    const scripts = /;script-src ([^;"]*)/.exec(html)?.[1] ?? "";
    for (const [hash] of scripts.matchAll(/'sha256-[^']*'/g)) hashes.add(hash);
  }
  writeFileSync(join(folder, "_headers"), headersFile(base, [...hashes].sort()));
  for (const name of names)
    if (name.startsWith("_astro/") && name.endsWith(".css")) rmSync(join(folder, name));
  return pages.length;
}
