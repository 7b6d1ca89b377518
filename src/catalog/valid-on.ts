import { compareVersions, newestVersion, oldestVersion } from "../kube/lifecycle/kubernetes-version.ts";
import { parseManifests } from "../kube/parse-manifests.ts";
import { loadSchemas } from "../kube/schemas/load-schemas.ts";
import { type VersionRange, validVersions } from "../kube/valid-versions.ts";
import type { LoadedText } from "../story/library.ts";
import type { StoryView } from "./stories.ts";

/** On which versions of Kubernetes manifests of a story are valid, and what sets the bounds. */
export interface ValidOn {
  /** `Both files`, or one of them by name. */
  files: string;
  /** `1.30 and newer`, `1.25 to 1.28`. */
  versions: string;
  /** What decides the bounds, a sentence each; empty where every known version takes them. */
  reasons: string[];
}

let schemas: ReturnType<typeof loadSchemas> | undefined;

/**
 * Computes it from the fields and API versions in use: once for both files where the same versions take them, else for
 * each. A broken.yaml that is meant to be invalid is left out. Empty where the story has no manifests.
 */
export function validOn({ folder, facts }: StoryView): ValidOn[] {
  const { broken, fixed } = folder;
  if ("none" in facts.manifests || !broken?.readable || !fixed?.readable) return [];
  const meantInvalid = (facts.manifests.expectFindings ?? []).length > 0;
  if (meantInvalid) return [words("fixed.yaml", rangeOf(fixed))];
  const ranges = [rangeOf(broken), rangeOf(fixed)] as const;
  return ranges[0].from === ranges[1].from && ranges[0].to === ranges[1].to
    ? [words("Both files", rangeOf(broken, fixed))]
    : [words("broken.yaml", ranges[0]), words("fixed.yaml", ranges[1])];
}

function rangeOf(...texts: readonly LoadedText[]): VersionRange {
  schemas ??= loadSchemas();
  const objects = texts.flatMap(({ text, file }) => parseManifests(text, { file }).objects);
  return validVersions(objects, { schemas });
}

function words(files: string, { from, to, reasons }: VersionRange): ValidOn {
  return {
    files,
    versions: describeRange(from, to),
    reasons: reasons
      .filter(({ bound, version }) => version === (bound === "from" ? from : to))
      .map(({ reason }) => reason),
  };
}

/** Words for a range of versions with open ends. */
export function describeRange(from: string | undefined, to: string | undefined): string {
  if (from !== undefined && to !== undefined && compareVersions(from, to) > 0) return "no version";
  if (from === to) return from === undefined ? `${oldestVersion} to ${newestVersion}` : `${from} only`;
  if (to === undefined) return `${from} and newer`;
  return compareVersions(to, oldestVersion) < 0 ? `${to} and older` : `${from ?? oldestVersion} to ${to}`;
}
