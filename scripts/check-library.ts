import { runChecks } from "../src/checks/run-checks.ts";
import type { Finding } from "../src/finding/finding.ts";
import { makeFinding } from "../src/finding/make-finding.ts";
import { loadSchemas } from "../src/kube/schemas/load-schemas.ts";
import { reportText } from "../src/report/text.ts";
import type { Library } from "../src/story/library.ts";
import { loadLibrary } from "../src/story/load-library.ts";

/**
 * Checks the library and prints what is wrong with it, and what the pages need besides. Gives whether it may be built: no
 * finding is an error.
 */
export function checkLibrary(): boolean {
  const library = loadLibrary();
  const findings = [...missingTemplate(library), ...runChecks(library, { schemas: loadSchemas() }).findings];
  if (findings.length > 0) console.error(reportText(findings));
  return findings.every((finding) => finding.severity !== "error");
}

/** The page /contribute/ starts every story from the template, so that a library without one has no such page. */
function missingTemplate({ root, stories }: Library): Finding[] {
  if (stories.some(({ template }) => template)) return [];
  return [
    makeFinding({
      code: "file-missing",
      file: `${root}/stories`,
      at: { line: 1, column: 1 },
      message: "There is no _template, which the page /contribute/ starts a story from.",
      fix: "Copy content/stories/_template of the library this program came with.",
    }),
  ];
}
