import { join } from "node:path";
import type { Finding } from "../../finding/finding.ts";
import { loadSchemas } from "../../kube/schemas/load-schemas.ts";
import { loadLibrary } from "../../story/load-library.ts";
import { runChecks } from "../run-checks.ts";

/**
 * Checks the library in `content` of a folder, or of it only what lies at a path; files are named from that folder,
 * wherever it lies. Of the environment nothing is read: a deny list of one's own would change what is found.
 */
export function checkFolder(folder: string, path = ""): Finding[] {
  const local = (text: string) => text.replaceAll(`${folder}/`, "");
  const { findings } = runChecks(loadLibrary(join(folder, "content"), {}), {
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
