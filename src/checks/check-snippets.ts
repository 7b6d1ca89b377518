import { validateFragment } from "../kube/validate-fragment.ts";
import { validateManifests } from "../kube/validate-manifests.ts";
import type { CheckContext } from "./check.ts";
import type { ManifestRun } from "./check-manifests.ts";
import { yamlSnippets } from "./yaml-snippets.ts";

/**
 * Every fenced YAML block of prose: a whole one holds objects that Kubernetes accepts, an excerpt fits the kind and path
 * it names. Places are those of the .mdx file.
 */
export function checkSnippets({ schemas, texts }: CheckContext): ManifestRun {
  const run: ManifestRun = { findings: [], resources: [] };
  for (const { prose } of texts) {
    for (const snippet of yamlSnippets(prose.blocks)) {
      const { text, origin } = snippet.block;
      if (snippet.kind === "excerpt")
        run.findings.push(...validateFragment(text, origin, snippet.fragment, { schemas }));
      if (snippet.kind === "whole") {
        const { findings, resources } = validateManifests([{ text, origin }], { schemas });
        run.findings.push(...findings);
        run.resources.push(...resources);
      }
    }
  }
  return run;
}
