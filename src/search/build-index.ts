import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { close, createIndex, type IndexFile } from "pagefind";
import { type FacetName, facetNames, indexFolder, noFacets } from "./fields.ts";
import { entryFile, keptFolder, signaturesFile } from "./index-format.ts";
import { makeEntry, makeIndex, type SourcePage } from "./make-index.ts";

/** What an index holds. */
export interface BuiltIndex {
  /** Number of pages that can be found. */
  pages: number;
  files: number;
  bytes: number;
}

/** The pages that can be found; of each, the element marked `data-pagefind-body`. */
const storyPages = "stories/*/index.html";

/**
 * Reads the built story pages of a folder and writes the search index into a folder of its own, in place of an older one.
 * Pagefind reads the pages, with its attributes for what to take and what to leave; its own index is not served. A library
 * without published stories has no index. Throws where a page cannot be read.
 */
export async function buildIndex(dist: string): Promise<BuiltIndex> {
  const folder = join(dist, indexFolder);
  await rm(folder, { recursive: true, force: true });
  const pages = await readPages(dist);
  if (pages.length === 0) return { pages: 0, files: 0, bytes: 0 };
  const parts = makeIndex(pages, await readSignatures(dist));
  await mkdir(join(folder, keptFolder), { recursive: true });
  let files = 0;
  let bytes = 0;
  const write = async (name: string, value: unknown, hashed = true): Promise<string> => {
    const packed = gzipSync(JSON.stringify(value), { level: 9 });
    const hash = createHash("sha256").update(packed).digest("hex").slice(0, 10);
    const file = hashed ? `${keptFolder}/${name}.${hash}.gz.bin` : name;
    await writeFile(join(folder, file), packed);
    files++;
    bytes += packed.byteLength;
    return file;
  };
  const rangeFiles: string[] = [];
  for (const [place, { words }] of parts.ranges.entries())
    rangeFiles.push(await write(`words-${place}`, words));
  const pageFiles: string[] = [];
  for (const { id, text } of parts.pages) pageFiles.push(await write(id, text));
  await write(signaturesFile, parts.signatures, false);
  await write(entryFile, makeEntry(parts, { ranges: rangeFiles, pages: pageFiles }), false);
  return { pages: pages.length, files, bytes };
}

/** What Pagefind read of a page. */
interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  anchors: { element: string; id: string; text: string; location: number }[];
}

async function readPages(dist: string): Promise<SourcePage[]> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: "en" });
    if (!index) throw new Error(`The search index cannot be made: ${errors.join("; ")}`);
    const added = await index.addDirectory({ path: dist, glob: storyPages });
    if (added.errors.length > 0) throw new Error(`Pages cannot be read: ${added.errors.join("; ")}`);
    if (added.page_count === 0) return [];
    const { files, errors: unread } = await index.getFiles();
    if (unread.length > 0) throw new Error(`The search index cannot be written: ${unread.join("; ")}`);
    return files
      .filter(({ path }) => path.startsWith("fragment/"))
      .map(readFragment)
      .map(toPage)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  } finally {
    await close();
  }
}

function readFragment({ content }: IndexFile): Fragment {
  const text = gunzipSync(content).toString("utf8");
  // Pagefind marks its files with a word in front.
  return JSON.parse(text.slice(text.indexOf("{"))) as Fragment;
}

function toPage({ url, content, meta, filters, anchors }: Fragment): SourcePage {
  const { title = url, ...rest } = meta;
  const facets: Record<FacetName, readonly string[]> = { ...noFacets };
  for (const name of facetNames) facets[name] = [...(filters[name] ?? [])].sort();
  return {
    id: url.split("/").at(-2) ?? url,
    path: url.replace(/^\//, ""),
    title,
    meta: rest,
    facets,
    // Pagefind parts compounds with invisible spaces.
    content: content.replaceAll(/[\u200B\uFEFF]/g, ""),
    sections: anchors
      .filter(({ element, id }) => /^h[2-4]$/.test(element) && id !== "")
      .map(
        ({ location, id, text }) => [location, id, text.replaceAll(/[\u200B\uFEFF]/g, "").trim()] as const,
      ),
  };
}

/** The signatures the site publishes; none where it publishes no such document. */
async function readSignatures(dist: string): Promise<{ id: string; template: string }[]> {
  const text = await readFile(join(dist, "signatures.json"), "utf8").catch(() => undefined);
  if (text === undefined) return [];
  const { stories } = JSON.parse(text) as { stories: { id: string; signatures: { template: string }[] }[] };
  return stories.flatMap(({ id, signatures }) => signatures.map(({ template }) => ({ id, template })));
}
