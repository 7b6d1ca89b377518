import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../finding/finding.ts";
import { decodeText } from "../yaml/decode-text.ts";
import type { ManifestText } from "./validate-manifests.ts";

/** Folders that hold no manifests of their author. */
const skippedFolders = new Set(["node_modules"]);

/**
 * Reads manifest files. A file is read whatever its name; a folder is walked, in the order of names, for .yaml, .yml
 * and .json files, hidden files and folders left out.
 * @returns texts in order, and findings for files that are no text
 * @throws where a path does not exist or cannot be read
 */
export function loadManifestFiles(paths: readonly string[]): { files: ManifestText[]; findings: Finding[] } {
  const files: ManifestText[] = [];
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const path of paths.flatMap((one) => manifestPaths(one))) {
    const file = path.replaceAll("\\", "/").replace(/^\.\//, "");
    if (seen.has(file)) continue;
    seen.add(file);
    const decoded = decodeText(readFileSync(path), file);
    findings.push(...decoded.findings);
    if (decoded.text !== undefined) files.push({ text: decoded.text, origin: { file } });
  }
  return { files, findings };
}

function manifestPaths(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (entry.name.startsWith(".") || skippedFolders.has(entry.name)) return [];
    const inner = join(path, entry.name);
    const isFolder =
      entry.isDirectory() ||
      (entry.isSymbolicLink() && statSync(inner, { throwIfNoEntry: false })?.isDirectory());
    // A link to a folder may lead back up; what it points to is walked where it really is.
    if (isFolder) return entry.isSymbolicLink() ? [] : manifestPaths(inner);
    return /\.(?:ya?ml|json)$/i.test(entry.name) ? [inner] : [];
  });
}
