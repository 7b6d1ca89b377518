import { type CodeLanguage, highlightLines } from "./highlight.ts";

/** Pieces that were highlighted before: most examples change a few lines of the same files. */
const kept = new Map<string, Promise<string[]>>();

/**
 * Inner HTML of each line of a file, by the language its name tells. Front matter and prose are read each by itself, so
 * that a piece which stands in many files is highlighted once.
 */
export async function highlightFile(file: string, text: string): Promise<string[]> {
  if (file.endsWith(".yaml")) return piece(text, "yaml");
  if (!file.endsWith(".mdx")) return piece(text, "text");
  const frontMatter = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? "";
  const lines = await Promise.all([
    piece(frontMatter.replace(/\n$/, ""), "yaml"),
    piece(text.slice(frontMatter.length), "mdx"),
  ]);
  return frontMatter === "" ? (lines[1] ?? []) : lines.flat();
}

function piece(text: string, language: CodeLanguage): Promise<string[]> {
  const key = `${language}\n${text}`;
  const known = kept.get(key) ?? highlightLines(text, language);
  kept.set(key, known);
  return known;
}
