import type { Finding } from "../finding/finding.ts";
import { sortFindings } from "../finding/sort-findings.ts";
import { resourcesAmong } from "../kube/custom-resources.ts";
import { type ManifestObject, parseManifests } from "../kube/parse-manifests.ts";
import type { CheckedResource, ManifestText } from "../kube/validate-manifests.ts";
import type { CompiledPolicy } from "./policy-types.ts";
import { scanObjects } from "./scan-objects.ts";

/** What a scan gives: findings, sorted, and what became of each object. */
export interface ScanResult {
  findings: Finding[];
  resources: CheckedResource[];
}

/**
 * Holds any manifests against policies, in the terminal and in a browser alike. A document that is no Kubernetes object
 * is skipped, since folders of manifests hold settings of other tools too; one that cannot be read is a finding.
 */
export function scanManifests(
  files: readonly ManifestText[],
  policies: Iterable<CompiledPolicy>,
): ScanResult {
  const parsed = files.map(({ text, origin }) => parseManifests(text, origin));
  const objects = parsed.flatMap((one) => one.objects);
  const passedOver = new Map<ManifestObject, string>();
  const judged = scanObjects([...policies], objects, {
    resourceOf: resourcesAmong(objects),
    onPassedOver: (object, reason) => passedOver.set(object, passedOver.get(object) ?? reason),
  });
  const unreadable = parsed
    .flatMap((one) => one.findings)
    .filter(({ code, severity }) => severity === "error" && /^(?:yaml|file)-/.test(code));
  const byObject = Map.groupBy(judged, (finding) => keyOf(finding.file, finding.resource));
  return {
    findings: sortFindings([...unreadable, ...judged]),
    resources: [
      ...parsed.flatMap(({ unread }) =>
        unread.map(
          ({ file, at, reason }): CheckedResource => ({
            file,
            line: at.line,
            apiVersion: "",
            kind: "",
            name: "",
            status: unreadable.some((finding) => finding.file === file) ? "error" : "skipped",
            reason,
          }),
        ),
      ),
      ...objects.map((object) =>
        checkedResource(
          object,
          byObject.get(keyOf(object.file, object.resource)) ?? [],
          passedOver.get(object),
        ),
      ),
    ],
  };
}

function checkedResource(
  object: ManifestObject,
  findings: readonly Finding[],
  passedOver: string | undefined,
): CheckedResource {
  const undecided = findings.find(({ code }) => code === "guardrail-undecided")?.message ?? passedOver;
  const refused = findings.some(({ code }) => code === "guardrail-violation");
  return {
    file: object.file,
    line: object.at.line,
    ...object.resource,
    status: refused ? "invalid" : undecided ? "error" : "valid",
    ...(undecided && !refused ? { reason: undecided } : {}),
  };
}

function keyOf(file: string, resource: Finding["resource"]): string {
  return [file, resource?.apiVersion, resource?.kind, resource?.namespace, resource?.name].join("\n");
}
