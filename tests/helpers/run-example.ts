import type { Finding } from "../../src/finding/finding.ts";
import { loadSchemas } from "../../src/kube/schemas/load-schemas.ts";
import { validateManifests } from "../../src/kube/validate-manifests.ts";
import { checkFolder } from "./check-folder.ts";
import { withOverlay } from "./overlay-library.ts";
import type { ExamplePart } from "./page-examples.ts";

/**
 * Findings of a page's example. Files under content/ change the base library, which is checked as a whole; other files
 * are manifests by themselves.
 */
export function runExample(parts: readonly ExamplePart[]): Finding[] {
  if (parts.some(({ file }) => file.startsWith("content/"))) return withOverlay(parts, checkFolder);
  return validateManifests(
    parts.map(({ file, text }) => ({ text, origin: { file } })),
    { schemas: loadSchemas(), references: true },
  ).findings;
}
