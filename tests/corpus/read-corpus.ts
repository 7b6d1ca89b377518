import { readdirSync } from "node:fs";
import { loadManifestFiles } from "../../src/kube/load-manifest-files.ts";
import type { ManifestText } from "../../src/kube/validate-manifests.ts";

/** Reads the manifest files of a folder of this corpus, each under its own name. */
export function readCorpus(folder: "valid" | "faults"): ManifestText[] {
  const root = `tests/corpus/${folder}`;
  const names = readdirSync(root).sort();
  return names.map((name) => {
    const { files, findings } = loadManifestFiles([`${root}/${name}`]);
    const [file] = files;
    if (!file || findings.length > 0) throw new Error(`${root}/${name} cannot be read`);
    return { text: file.text, origin: { file: name } };
  });
}
