import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkFolder } from "../../src/checks/examples/check-folder.ts";
import { withOverlay } from "../../src/checks/examples/load-overlay.ts";
import type { ExamplePart } from "../../src/checks/examples/parse-check-page.ts";
import type { Finding } from "../../src/finding/finding.ts";
import { reportText } from "../../src/report/text.ts";

/**
 * Checks the base library with some changes; gives the findings and the report that a contributor would read. `also` may
 * look at the library while it is there.
 */
export function reportCase(
  parts: readonly ExamplePart[],
  also?: (findings: Finding[], copy: string) => void,
): { findings: Finding[]; report: string } {
  return withOverlay(parts, (copy) => {
    const findings = checkFolder(copy);
    also?.(findings, copy);
    const report = reportText(findings, {
      sourceLine: (file, line) => {
        const path = join(copy, file);
        return lstatSync(path, { throwIfNoEntry: false })?.isFile()
          ? readFileSync(path, "utf8").split(/\r\n|\n|\r/)[line - 1]
          : undefined;
      },
    });
    return { findings, report };
  });
}
