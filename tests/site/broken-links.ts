import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { attributes } from "../helpers/html-attributes.ts";
import { addressOf } from "./built-site.ts";

/** What a crawl of a built site came to. */
export interface Crawl {
  /** How many links of its own the site has. */
  checked: number;
  /** Links, scripts, styles, pictures and forms that lead to nothing, with their page. */
  broken: string[];
}

/**
 * Follows every link, script, style, picture and form of every page of a built site, and every anchor. Takes the folder and the
 * path the site was built for.
 */
export function crawl(folder: string, base: string): Crawl {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => statSync(join(folder, name)).isFile());
  const all = new Set(names);
  const pages = names.filter((name) => name.endsWith(".html"));
  const text = new Map(pages.map((page) => [page, readFileSync(join(folder, page), "utf8")]));
  const ids = new Map(pages.map((page) => [page, new Set(attributes(text.get(page) ?? "", "id"))]));
  const fileAt = (path: string): string | undefined => {
    if (!path.startsWith(base)) return undefined;
    const name = decodeURIComponent(path.slice(base.length));
    const candidate = name === "" || name.endsWith("/") ? `${name}index.html` : name;
    return all.has(candidate) ? candidate : undefined;
  };
  const broken: string[] = [];
  let checked = 0;
  for (const page of pages) {
    const html = text.get(page) ?? "";
    const here = new URL(`${base}${addressOf(page).slice(1)}`, "http://site.invalid");
    for (const value of ["href", "src", "action"].flatMap((name) => attributes(html, name))) {
      const target = new URL(value, here);
      if (target.host !== here.host) continue;
      checked++;
      const file = fileAt(target.pathname);
      const anchor = decodeURIComponent(target.hash.slice(1));
      if (file === undefined) broken.push(`${page}: ${value}`);
      else if (anchor !== "" && file.endsWith(".html") && !ids.get(file)?.has(anchor))
        broken.push(`${page}: ${value} (no such anchor)`);
    }
    for (const [, path = ""] of html.matchAll(/url\((\/[^)]*)\)/g))
      if (fileAt(path) === undefined) broken.push(`${page}: ${path} in its styles`);
  }
  return { checked, broken };
}
