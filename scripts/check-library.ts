import { runChecks } from "../src/checks/run-checks.ts";
import { loadSchemas } from "../src/kube/schemas/load-schemas.ts";
import { reportText } from "../src/report/text.ts";
import { loadLibrary } from "../src/story/load-library.ts";

/** Checks the library and prints what is wrong with it. Gives whether it may be built: no finding is an error. */
export function checkLibrary(): boolean {
  const { findings } = runChecks(loadLibrary(), { schemas: loadSchemas() });
  if (findings.length > 0) console.error(reportText(findings));
  return findings.every((finding) => finding.severity !== "error");
}
