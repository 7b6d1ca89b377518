import { createHash } from "node:crypto";
import { attributeOf, type HtmlToken, htmlTokens } from "./html-tokens.ts";
import { type UsedNames, usedStyles } from "./used-styles.ts";

/** Finds the text of a file of the site by the address a page gives; undefined where the site has no such file. */
export type ReadAsset = (address: string) => string | undefined;

/** Marks an element that is only there for the search index. */
const indexOnly = "data-index-only";

/**
 * Makes a built page ready to be sent: the styles it uses stand in it, so that one answer is enough to show it; what
 * only the search index reads is gone; the space between blocks is gone; and a Content-Security-Policy names exactly
 * the scripts and styles that stand in the page. Throws where a stylesheet of the page cannot be read.
 */
export function finishPage(html: string, read: ReadAsset): string {
  const { tokens, styles } = takeOut(htmlTokens(html));
  const css = usedStyles(styles.map((address) => styleText(address, read)).join(""), usedNames(tokens, read));
  const body = withoutEndTags(withoutSpace(tokens).filter(({ text }) => text !== ""))
    .map(({ text }) => text)
    .join("");
  const policy = `<meta http-equiv="content-security-policy" content="${contentSecurityPolicy(scriptsIn(tokens), css)}">`;
  return body
    .replace(/<meta charset="?utf-8"?\s*\/?>/i, (charset) => charset + policy)
    .replace("</head>", () => `${css === "" ? "" : `<style>${css}</style>`}</head>`);
}

/** The policy of a page: nothing but its own origin, and of inline code only what is named by its hash. */
export function contentSecurityPolicy(scripts: readonly string[], css: string): string {
  return [
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    ["script-src 'self'", ...scripts.map(hash)].join(" "),
    ["style-src 'self'", ...(css === "" ? [] : [hash(css)])].join(" "),
  ].join(";");
}

function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** Takes out what the reader's browser does not need, and the links to stylesheets. */
function takeOut(tokens: readonly HtmlToken[]): { tokens: HtmlToken[]; styles: string[] } {
  const kept: HtmlToken[] = [];
  const styles: string[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || token.kind === "comment") continue;
    if (token.kind === "open") {
      const href = attributeOf(token.text, "href");
      if (token.name === "link" && attributeOf(token.text, "rel") === "stylesheet" && href !== undefined) {
        styles.push(href);
        continue;
      }
      if (attributeOf(token.text, indexOnly) !== undefined) {
        index = endOf(tokens, index);
        continue;
      }
      kept.push({ ...token, text: shortTag(token.text) });
    } else kept.push(token);
  }
  return { tokens: kept, styles };
}

/** The tag without what the search index reads. */
function shortTag(tag: string): string {
  return tag
    .replace(/\sdata-pagefind-[a-z-]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g, "")
    .replace(/\s+\/?>$/, ">");
}

/** Place of the tag that closes the element opened at a place. */
function endOf(tokens: readonly HtmlToken[], start: number): number {
  const name = tokens[start]?.name;
  let depth = 0;
  for (let index = start; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.name !== name) continue;
    if (token?.kind === "open") depth++;
    if (token?.kind === "close" && --depth === 0) return index;
  }
  throw new Error(`<${name}> is never closed.`);
}

function styleText(address: string, read: ReadAsset): string {
  const css = read(address);
  if (css === undefined) throw new Error(`The page links to the stylesheet ${address}, which is not there.`);
  return css.trim();
}

function usedNames(tokens: readonly HtmlToken[], read: ReadAsset): UsedNames {
  const opened = tokens.filter(({ kind }) => kind === "open");
  const values = (name: string): string[] =>
    opened.flatMap(({ text }) => (attributeOf(text, name) ?? "").split(/\s+/));
  const scripts = [
    ...scriptsIn(tokens),
    ...opened
      .filter(({ name }) => name === "script")
      .flatMap(({ text }) => scriptTexts(attributeOf(text, "src") ?? "", read)),
  ];
  return {
    elements: new Set(opened.map(({ name }) => name)),
    classes: new Set(values("class")),
    ids: new Set(values("id")),
    words: new Set(scripts.join(" ").match(/[A-Za-z][\w-]*/g) ?? []),
  };
}

/** The text of a script and of every script of the site that it loads, at once or later. */
function scriptTexts(address: string, read: ReadAsset, seen = new Set<string>()): string[] {
  const text = seen.has(address) ? undefined : read(address);
  if (text === undefined) return [];
  seen.add(address);
  const loaded = [...text.matchAll(/(?:\bimport\(|\bimport|\bfrom)\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g)];
  return [
    text,
    ...loaded.flatMap(([, path = ""]) =>
      scriptTexts(new URL(path, new URL(address, "https://site.example")).pathname, read, seen),
    ),
  ];
}

/** Texts of the scripts that stand in the page and run. */
function scriptsIn(tokens: readonly HtmlToken[]): string[] {
  return tokens.flatMap((token, index) => {
    const tag = tokens[index - 1]?.text ?? "";
    if (token.kind !== "raw" || token.name !== "script") return [];
    return /^(?:module|text\/javascript|)$/.test(attributeOf(tag, "type") ?? "") ? [token.text] : [];
  });
}

const blocks = new Set(
  (
    "address article aside base blockquote body br caption circle col colgroup dd defs desc details dialog div dl dt " +
    "ellipse fieldset figcaption figure footer form g h1 h2 h3 h4 h5 h6 head header hr html legend li line link main " +
    "marker meta nav noscript ol option p path polygon polyline pre rect script section style summary svg symbol " +
    "table tbody td template tfoot th thead title tr ul use"
  ).split(" "),
);
// Outside, these stand in a line of text; inside, the space at their edges does not show.
const inlineOutside = new Set(["svg", "script", "template", "title"]);
const keepsSpace = new Set(["pre", "textarea"]);

/** The same pieces without the space that no reader sees: around blocks, and more than one space in a row. */
function withoutSpace(tokens: readonly HtmlToken[]): HtmlToken[] {
  let kept = 0;
  return tokens.map((token, index) => {
    if (keepsSpace.has(token.name)) kept += token.kind === "open" ? 1 : token.kind === "close" ? -1 : 0;
    if (token.kind !== "text") return token;
    if (kept > 0) return { ...token, text: plainText(token.text) };
    let text = plainText(token.text).replace(/[ \t\r\n]+/g, " ");
    if (edges(tokens[index - 1], "close")) text = text.replace(/^ /, "");
    if (edges(tokens[index + 1], "open")) text = text.replace(/ $/, "");
    return { ...token, text };
  });
}

/** Items of lists end where the next one begins or the list does; HTML needs no tag to say so. */
function withoutEndTags(tokens: readonly HtmlToken[]): HtmlToken[] {
  return tokens.filter((token, index) => {
    if (token.kind !== "close" || !["li", "dt", "dd"].includes(token.name)) return true;
    const next = tokens[index + 1];
    return !(next?.kind === "open" ? ["li", "dt", "dd"] : ["ul", "ol", "dl"]).includes(next?.name ?? "");
  });
}

/** Quotation marks and the sign of more need no escape in text. */
function plainText(text: string): string {
  return text
    .replace(/&quot;|&#34;|&#x22;/g, '"')
    .replace(/&#39;|&#x27;|&apos;/g, "'")
    .replace(/&gt;|&#x3e;|&#62;/gi, ">");
}

/** Whether the space beside a tag does not show. `outer` is the kind of tag that has its outside on that side. */
function edges(token: HtmlToken | undefined, outer: "open" | "close"): boolean {
  if (token === undefined || token.kind === "doctype") return true;
  if (token.kind !== "open" && token.kind !== "close") return false;
  if (!blocks.has(token.name)) return false;
  return token.kind !== outer || !inlineOutside.has(token.name);
}
