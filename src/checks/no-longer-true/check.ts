import { makeFinding } from "../../finding/make-finding.ts";
import { compareVersions, newestVersion, oldestVersion } from "../../kube/lifecycle/kubernetes-version.ts";
import type { ManifestObject } from "../../kube/parse-manifests.ts";
import type { SchemaSource } from "../../kube/schema-types.ts";
import { validVersions } from "../../kube/valid-versions.ts";
import type { Check } from "../check.ts";
import { manifestPairs } from "../manifest-pair.ts";

/**
 * A story that says on which version of Kubernetes it still holds has a fixed.yaml that this version takes. The versions
 * known here bound what can be said: a claim beyond them is not proved.
 */
export const check: Check = (library, context) => {
  const pairs = manifestPairs(library, context);
  return context.told
    .filter(({ file }) => context.wanted(file))
    .flatMap((story) => {
      const { facts, document, file } = story;
      const version = facts.holdsOn;
      if (version === undefined) return [];
      const pair = pairs.find((one) => one.story === story);
      const problem = outsideOfKnown(version) ?? (pair && refused(version, pair.fixed, context.schemas));
      return problem
        ? [makeFinding({ code: "no-longer-true", file, at: document.valueAt(["holdsOn"]), ...problem })]
        : [];
    });
};

interface Problem {
  message: string;
  fix: string;
}

function outsideOfKnown(version: string): Problem | undefined {
  if (compareVersions(version, oldestVersion) >= 0 && compareVersions(version, newestVersion) <= 0)
    return undefined;
  return {
    message: `Nothing is known here of Kubernetes ${version}, so that the claim cannot be checked.`,
    fix: `Write a version from ${oldestVersion} to ${newestVersion}, or leave the field out.`,
  };
}

function refused(
  version: string,
  objects: readonly ManifestObject[],
  schemas: SchemaSource,
): Problem | undefined {
  const { from, to, reasons } = validVersions(objects, { schemas });
  const early = from !== undefined && compareVersions(version, from) < 0;
  const late = to !== undefined && compareVersions(version, to) > 0;
  if (!early && !late) return undefined;
  // The reasons that decide come first.
  const reason = reasons.find(({ bound }) => bound === (early ? "from" : "to"))?.reason ?? "";
  return {
    message: `fixed.yaml is not valid on Kubernetes ${version}: ${reason}`,
    fix: "Write fixed.yaml as that version takes it, or claim another version.",
  };
}
