import type { Finding } from "../../finding/finding.ts";
import { compilePolicies } from "../../guardrail/compile-policy.ts";
import { scanObjects } from "../../guardrail/scan-objects.ts";
import { parseManifests } from "../../kube/parse-manifests.ts";
import { resourceOf } from "../../kube/resource-names.ts";
import { loadSchemas } from "../../kube/schemas/load-schemas.ts";
import { validateManifests } from "../../kube/validate-manifests.ts";
import { checkFolder } from "./check-folder.ts";
import { type Overlay, withOverlay } from "./load-overlay.ts";
import type { ExamplePart } from "./parse-check-page.ts";

/** How an example is checked: as changes to the base library, as objects beside a policy, or as manifests by themselves. */
export type ExampleKind = "library" | "policy" | "manifests";

/**
 * Files under content/ change the base library, which is checked as a whole; beside a policy.yaml the other files are
 * objects it judges; otherwise all are manifests, validated by themselves.
 */
export function kindOfExample(parts: readonly ExamplePart[]): ExampleKind {
  if (parts.some(({ file }) => file.startsWith("content/"))) return "library";
  return parts.some(({ file }) => file === policyFile) ? "policy" : "manifests";
}

/**
 * Findings of a page's example, each kind checked by the engine that a reader would use. Who runs many may give the copy
 * of the library that they change in turn.
 */
export function runExample(parts: readonly ExamplePart[], overlay?: Overlay): Finding[] {
  const kind = kindOfExample(parts);
  if (kind === "library")
    return overlay
      ? overlay.with(parts, (folder) => checkFolder(folder))
      : withOverlay(parts, (folder) => checkFolder(folder));
  return kind === "policy" ? judgeByPolicy(parts) : validateAlone(parts);
}

const policyFile = "policy.yaml";

function judgeByPolicy(parts: readonly ExamplePart[]): Finding[] {
  const texts = new Map(parts.map(({ file, text }) => [file, text]));
  const { policies, findings } = compilePolicies(
    parseManifests(texts.get(policyFile) ?? "", { file: policyFile }).objects,
    { textOf: (file) => texts.get(file) },
  );
  const objects = parts
    .filter(({ file }) => file !== policyFile)
    .flatMap(({ file, text }) => parseManifests(text, { file }).objects);
  return [...findings, ...scanObjects(policies, objects, { resourceOf })];
}

function validateAlone(parts: readonly ExamplePart[]): Finding[] {
  const kubernetesVersion = parts.find((part) => part.kubernetesVersion !== undefined)?.kubernetesVersion;
  return validateManifests(
    parts.map(({ file, text }) => ({ text, origin: { file } })),
    { schemas: loadSchemas(), ...(kubernetesVersion === undefined ? {} : { kubernetesVersion }) },
  ).findings;
}
