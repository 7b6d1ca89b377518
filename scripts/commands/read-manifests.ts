import { existsSync } from "node:fs";
import type { Finding } from "../../src/finding/finding.ts";
import { loadManifestFiles } from "../../src/kube/load-manifest-files.ts";
import type { ManifestText } from "../../src/kube/validate-manifests.ts";
import { decodeText } from "../../src/yaml/decode-text.ts";
import type { Streams } from "./streams.ts";
import { UsageError } from "./usage-error.ts";

/** What findings call standard input. */
export const stdinName = "stdin";

/** Manifests as they were read, and what kept some from being read. */
export interface ReadManifests {
  files: ManifestText[];
  findings: Finding[];
  /** Texts that are in no file, by the name findings give them. */
  texts: Map<string, string>;
}

/**
 * Reads the manifests that arguments name: files, folders, and `-` for standard input. Throws UsageError where one of
 * them is not there, cannot be read, or holds no manifests at all.
 */
export async function readManifests(
  paths: readonly string[],
  streams: Streams,
  option: string,
): Promise<ReadManifests> {
  const result: ReadManifests = { files: [], findings: [], texts: new Map() };
  if (paths.length === 0)
    throw new UsageError(`${option} needs at least one file or folder, or - for standard input.`);
  for (const path of new Set(paths)) {
    if (path === "-") {
      const decoded = decodeText(await streams.input(), stdinName);
      result.findings.push(...decoded.findings);
      if (decoded.text !== undefined) {
        result.files.push({ text: decoded.text, origin: { file: stdinName } });
        result.texts.set(stdinName, decoded.text);
      }
      continue;
    }
    if (!existsSync(path)) throw new UsageError(`there is no file or folder ${path}.`);
    let loaded: ReturnType<typeof loadManifestFiles>;
    try {
      loaded = loadManifestFiles([path]);
    } catch (cause) {
      throw new UsageError(
        `${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
        { cause },
      );
    }
    if (loaded.files.length === 0 && loaded.findings.length === 0)
      throw new UsageError(`there is no .yaml, .yml or .json file in ${path}.`);
    const known = new Set(result.files.map(({ origin }) => origin.file));
    result.files.push(...loaded.files.filter(({ origin }) => !known.has(origin.file)));
    result.findings.push(...loaded.findings);
  }
  return result;
}
