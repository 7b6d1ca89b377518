import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { close, createIndex, type IndexFile } from "pagefind";
import { indexFolder } from "./fields.ts";

/** What an index holds. */
export interface BuiltIndex {
  /** Number of pages that can be found. */
  pages: number;
  files: number;
  bytes: number;
}

/** The pages that can be found; of each, the element marked `data-pagefind-body`. */
const storyPages = "stories/*/index.html";

/** Files Pagefind brings for interfaces and workers of its own; this site has neither. */
const notServed = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\.|^wasm\.unknown\./;

/**
 * Reads the built story pages of a folder and writes the search index into its folder `pagefind`, in place of an older
 * one. A library without published stories has no index. Throws where a page cannot be read.
 */
export async function buildIndex(dist: string): Promise<BuiltIndex> {
  const folder = join(dist, indexFolder);
  await rm(folder, { recursive: true, force: true });
  try {
    const { index, errors } = await createIndex({ forceLanguage: "en" });
    if (!index) throw new Error(`The search index cannot be made: ${errors.join("; ")}`);
    const added = await index.addDirectory({ path: dist, glob: storyPages });
    if (added.errors.length > 0) throw new Error(`Pages cannot be read: ${added.errors.join("; ")}`);
    if (added.page_count === 0) return { pages: 0, files: 0, bytes: 0 };
    const { files, errors: unread } = await index.getFiles();
    if (unread.length > 0) throw new Error(`The search index cannot be written: ${unread.join("; ")}`);
    const served = files.filter((file) => !notServed.test(file.path));
    return { pages: added.page_count, files: served.length, bytes: await writeFiles(folder, served) };
  } finally {
    await close();
  }
}

async function writeFiles(folder: string, files: readonly IndexFile[]): Promise<number> {
  let bytes = 0;
  for (const file of files) {
    const path = join(folder, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file.content);
    bytes += file.content.byteLength;
  }
  return bytes;
}
