import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { attributeOf, htmlTokens } from "./html-tokens.ts";

/** What a text weighs, in bytes. */
export interface Weight {
  plain: number;
  gzip: number;
  brotli: number;
}

/** What a browser has to fetch to show a page, before fonts and pictures, and before the reader does anything. */
export interface PageWeight {
  /** The page with everything that stands in it. */
  html: Weight;
  /** Stylesheets it links to. */
  styles: Weight;
  /** Scripts it links to, with all that they import when they start. */
  scripts: Weight;
  /** Addresses of what keeps the browser from showing anything until it has come. */
  blocking: string[];
}

/** What a text weighs plain, and as hosts send it: as small as each method makes it. */
export function weigh(text: string | Uint8Array): Weight {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  return {
    plain: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
      .length,
  };
}

/** Adds up weights of things that are fetched one by one. */
export function total(weights: readonly Weight[]): Weight {
  return weights.reduce(
    (sum, { plain, gzip, brotli }) => ({
      plain: sum.plain + plain,
      gzip: sum.gzip + gzip,
      brotli: sum.brotli + brotli,
    }),
    { plain: 0, gzip: 0, brotli: 0 },
  );
}

/** Weighs a page. Takes its HTML and a way to read the files of its site by their addresses. */
export function weighPage(html: string, read: (address: string) => string | undefined): PageWeight {
  const styles: string[] = [];
  const scripts: string[] = [];
  const blocking: string[] = [];
  for (const { kind, name, text } of htmlTokens(html)) {
    if (kind !== "open") continue;
    const source = attributeOf(text, name === "script" ? "src" : "href");
    if (source === undefined) continue;
    if (name === "link" && attributeOf(text, "rel") === "stylesheet") {
      styles.push(source);
      if ((attributeOf(text, "media") ?? "all") === "all") blocking.push(source);
    } else if (name === "link" && attributeOf(text, "rel") === "modulepreload") scripts.push(source);
    else if (name === "script") {
      scripts.push(source);
      const deferred =
        attributeOf(text, "type") === "module" ||
        ["defer", "async"].some((way) => attributeOf(text, way) !== undefined);
      if (!deferred) blocking.push(source);
    }
  }
  const weights = (addresses: readonly string[]) =>
    total([...new Set(addresses)].map((address) => weigh(read(address) ?? "")));
  return {
    html: weigh(html),
    styles: weights(styles),
    scripts: weights(withImports(scripts, read)),
    blocking,
  };
}

/** Scripts with all that they import at once, at any depth. */
function withImports(scripts: readonly string[], read: (address: string) => string | undefined): string[] {
  const found = new Set(scripts);
  for (const address of found) {
    const text = read(address) ?? "";
    for (const [, path = ""] of text.matchAll(
      /(?:^|[;}\s])(?:import|export)\b[^"'`()]*["'`](\.{1,2}\/[^"'`]+)["'`]/g,
    ))
      found.add(new URL(path, `http://site${address}`).pathname);
  }
  return [...found];
}
