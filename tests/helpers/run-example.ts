import type { Finding } from "../../src/finding/finding.ts";
import { compilePolicies } from "../../src/guardrail/compile-policy.ts";
import { scanObjects } from "../../src/guardrail/scan-objects.ts";
import { parseManifests } from "../../src/kube/parse-manifests.ts";
import { resourceOf } from "../../src/kube/resource-names.ts";
import { loadSchemas } from "../../src/kube/schemas/load-schemas.ts";
import { validateManifests } from "../../src/kube/validate-manifests.ts";
import { checkFolder } from "./check-folder.ts";
import { withOverlay } from "./overlay-library.ts";
import type { ExamplePart } from "./page-examples.ts";

/**
 * Findings of a page's example. Files under content/ change the base library, which is checked as a whole; beside a
 * policy.yaml the other files are objects it judges; otherwise all are manifests, validated by themselves.
 */
export function runExample(parts: readonly ExamplePart[]): Finding[] {
  if (parts.some(({ file }) => file.startsWith("content/"))) return withOverlay(parts, checkFolder);
  const policy = parts.find(({ file }) => file === "policy.yaml");
  if (policy) {
    const { policies, findings } = compilePolicies(
      parseManifests(policy.text, { file: policy.file }).objects,
      {
        textOf: () => policy.text,
      },
    );
    const objects = parts
      .filter((part) => part !== policy)
      .flatMap(({ file, text }) => parseManifests(text, { file }).objects);
    return [...findings, ...scanObjects(policies, objects, { resourceOf })];
  }
  const kubernetesVersion = parts.find((part) => part.kubernetesVersion !== undefined)?.kubernetesVersion;
  return validateManifests(
    parts.map(({ file, text }) => ({ text, origin: { file } })),
    { schemas: loadSchemas(), ...(kubernetesVersion === undefined ? {} : { kubernetesVersion }) },
  ).findings;
}
