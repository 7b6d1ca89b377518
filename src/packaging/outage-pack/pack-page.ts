import { contentSecurityPolicy } from "../finish-page.ts";
import { attributeOf, type HtmlToken, htmlTokens } from "../html-tokens.ts";

/** Where a page stands, and what it stands among. */
export interface PackedSite {
  /** The path the site was built for. */
  base: string;
  /** Whole address of the library, with a slash at its end: what is not in the pack is linked to there. */
  home: string;
  /** Whether the pack has a file. */
  has(file: string): boolean;
  /** File of the pack that holds a script of the site, by the script's file; undefined where it cannot run from a disk. */
  script(file: string): string | undefined;
}

/** File of the pack that runs before all other scripts: it stands in for what a browser refuses to pages from a disk. */
export const offlineScript = "_pack/offline.js";

/**
 * Makes a finished page open from a disk: addresses are relative and name files, scripts are plain ones, and the policy
 * lets the page fetch nothing at all. Where a script cannot run from a disk, the page is as it is without scripts. Takes
 * the page's HTML and its file.
 */
export function packPage(html: string, page: string, site: PackedSite): string {
  const root = "../".repeat(page.split("/").length - 1);
  const tokens = htmlTokens(html);
  const sources = tokens.flatMap(({ kind, name, text }) =>
    kind === "open" && name === "script" ? (fileOf(attributeOf(text, "src"), site) ?? []) : [],
  );
  const still = sources.some((file) => site.script(file) === undefined);
  const scripts: string[] = [];
  let css = "";
  const kept = tokens.flatMap((token, index): HtmlToken[] => {
    const tag = tokens[index - 1]?.text ?? "";
    if (token.kind === "raw" && token.name === "script" && isCode(tag)) scripts.push(token.text);
    if (token.kind === "raw" && token.name === "style") {
      css = withoutFonts(token.text);
      return [{ ...token, text: css }];
    }
    if (token.name === "noscript" && still)
      return [{ ...token, text: token.text.replace("noscript", "div") }];
    if (token.kind !== "open") return [token];
    if (token.name === "link" && /preload$/.test(attributeOf(token.text, "rel") ?? "")) return [];
    return [{ ...token, text: packTag(token, root, site, still) }];
  });
  const policy = contentSecurityPolicy(scripts, css)
    .replace("default-src 'self'", "default-src 'none';font-src data:;img-src 'self' file:")
    .replaceAll(/(script|style)-src 'self'/g, "$1-src 'self' file:");
  return kept
    .map(({ text }) => text)
    .join("")
    .replace(
      /(<meta http-equiv="content-security-policy" content=")[^"]*"/,
      (_, start: string) => `${start}${policy}"`,
    )
    .replace(
      "</head>",
      () =>
        `<script defer src="${root}${offlineScript}" data-root="${root}" data-base="${site.base}"></script></head>`,
    );
}

function isCode(tag: string): boolean {
  return /^(?:module|text\/javascript|)$/.test(attributeOf(tag, "type") ?? "");
}

function packTag(token: HtmlToken, root: string, site: PackedSite, still: boolean): string {
  let text = token.text;
  const source = token.name === "script" ? fileOf(attributeOf(text, "src"), site) : undefined;
  if (source !== undefined) {
    const packed = still ? undefined : site.script(source);
    return packed === undefined ? "<script>" : `<script defer src="${root}${packed}">`;
  }
  for (const name of ["href", "src", "action"]) {
    const address = attributeOf(text, name);
    if (address === undefined || !address.startsWith(site.base)) continue;
    const local = localAddress(address, root, site).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    text = text.replace(
      new RegExp(`(\\s${name}=)(?:"[^"]*"|'[^']*'|[^\\s"'>]+)`),
      (_, start: string) => `${start}"${local}"`,
    );
  }
  return still && / class="[^"]*\bneeds-script\b/.test(text) ? text.replace(/>$/, " hidden>") : text;
}

/** An address of the site as it reads from a page of the pack. */
function localAddress(address: string, root: string, site: PackedSite): string {
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  const file = fileOf(path, site) ?? "";
  return site.has(file) ? `${root}${file}${rest}` : `${site.home}${address.slice(site.base.length)}`;
}

/** The file that an address of the site leads to. */
function fileOf(address: string | undefined, { base }: PackedSite): string | undefined {
  if (!address?.startsWith(base)) return undefined;
  const path = decodeURIComponent(address.slice(base.length));
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

/** Browsers load no font for a page from a disk; the script that runs first brings them. */
function withoutFonts(css: string): string {
  return css.replace(/@font-face\{[^}]*\}/g, "");
}
