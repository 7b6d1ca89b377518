import { join } from "node:path";
import { runChecks } from "../../src/checks/run-checks.ts";
import type { Finding } from "../../src/finding/finding.ts";
import { loadSchemas } from "../../src/kube/schemas/load-schemas.ts";
import { loadLibrary } from "../../src/story/load-library.ts";

/**
 * Checks the library in `content` of a folder, or of it only what lies at a path; files are named from that folder,
 * wherever it lies.
 */
export function checkFolder(folder: string, path = ""): Finding[] {
  const local = (text: string) => text.replaceAll(`${folder}/`, "");
  const { findings } = runChecks(loadLibrary(join(folder, "content")), {
    schemas: loadSchemas(),
    wanted: (file) => path === "" || file === join(folder, path) || file.startsWith(`${join(folder, path)}/`),
  });
  return findings.map((finding) => ({
    ...finding,
    file: local(finding.file),
    message: local(finding.message),
    fix: local(finding.fix),
  }));
}
