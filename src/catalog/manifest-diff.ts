import type { StoryFolder } from "../story/library.ts";
import { type DiffRow, diffRows } from "./diff-rows.ts";
import { highlightLines } from "./highlight.ts";

/** A line of the difference between broken.yaml and fixed.yaml. */
export interface ManifestRow extends DiffRow {
  /** Whether it is one of the changes the story calls essential. */
  essential?: boolean;
}

/**
 * Computes the difference between the two files of a story, line by line; undefined where it has none. Changed lines
 * that hold one of the `essential` texts are marked.
 */
export async function manifestDiff(
  folder: StoryFolder,
  essential: readonly string[] = [],
): Promise<ManifestRow[] | undefined> {
  const { broken, fixed } = folder;
  if (!broken?.readable || !fixed?.readable) return undefined;
  const [brokenHtml, fixedHtml] = await Promise.all([
    highlightLines(broken.text, "yaml"),
    highlightLines(fixed.text, "yaml"),
  ]);
  return diffRows({ text: broken.text, html: brokenHtml }, { text: fixed.text, html: fixedHtml }).map(
    (row) =>
      row.kind !== "same" && essential.some((part) => row.text.includes(part))
        ? { ...row, essential: true }
        : row,
  );
}
