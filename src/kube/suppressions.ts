import { type FindingCode, findingCodes } from "../finding/codes.ts";
import type { Finding } from "../finding/finding.ts";
import { makeFinding } from "../finding/make-finding.ts";
import { nearestName } from "../finding/nearest-name.ts";
import type { ManifestObject } from "./parse-manifests.ts";
import { recordOf } from "./plain-values.ts";

/** Start of an annotation that silences one code for the object that carries it; its value is the reason. */
export const suppressionPrefix = "kubernetes-horror-stories/ignore.";

/**
 * Takes out the findings an object silences with annotations such as
 * `kubernetes-horror-stories/ignore.manifest-deprecated-api: "the cluster is retired in May"`.
 * One without a reason, of an unknown code, or with nothing to silence is a finding itself.
 */
export function applySuppressions(
  object: ManifestObject,
  findings: readonly Finding[],
): { findings: Finding[]; suppressed: number } {
  const annotations = recordOf(recordOf(object.value["metadata"])["annotations"]);
  const keys = Object.keys(annotations).filter((key) => key.startsWith(suppressionPrefix));
  if (keys.length === 0) return { findings: [...findings], suppressed: 0 };
  let kept = [...findings];
  const faults: Finding[] = [];
  for (const key of keys) {
    const code = key.slice(suppressionPrefix.length);
    const reason = annotations[key];
    const at = object.document.keyAt([...object.path, "metadata", "annotations", key]);
    const complain = (message: string, fix: string) =>
      faults.push(
        makeFinding({
          code: "manifest-bad-suppression",
          file: object.file,
          at,
          message,
          fix,
          resource: object.resource,
        }),
      );
    if (!Object.hasOwn(findingCodes, code)) {
      const near = nearestName(code, Object.keys(findingCodes));
      complain(
        `There is no finding ${JSON.stringify(code)} to silence.`,
        near ? `Write ${suppressionPrefix}${near}.` : "Take it out.",
      );
    } else if (typeof reason !== "string" || reason.trim().length < 3) {
      complain(`${code} is silenced without a reason.`, "Write the reason as the annotation's value.");
    } else {
      const left = kept.filter((finding) => finding.code !== (code as FindingCode));
      // Other engines have codes of their own; only those found here can be known to be idle.
      if (left.length === kept.length && code.startsWith("manifest-")) {
        complain(`${code} is silenced, and there is nothing to silence.`, "Take the annotation out.");
      }
      kept = left;
    }
  }
  return { findings: [...kept, ...faults], suppressed: findings.length - kept.length };
}
