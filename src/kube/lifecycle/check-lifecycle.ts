import type { Fault } from "../fault.ts";
import type { ManifestObject } from "../parse-manifests.ts";
import { isGiven } from "../plain-values.ts";
import type { RuleTable } from "../rule.ts";
import { lifecycleOf } from "./api-lifecycle.ts";
import { fieldLifecycle } from "./field-lifecycle.ts";
import { compareVersions } from "./kubernetes-version.ts";

/** Says whether a version of Kubernetes serves an object's API: not yet, no longer, or not for long. */
export function checkLifecycle(
  { group, version, kind, apiVersion }: ManifestObject,
  kubernetes: string,
): Fault[] {
  const lifecycle = lifecycleOf(group, version, kind);
  if (!lifecycle) return [];
  const { introduced, deprecated, removed, replacement, note } = lifecycle;
  const instead = [replacement === undefined ? "" : `Write ${replacement}.`, note ?? ""]
    .filter(Boolean)
    .join(" ");
  const fix = instead || "Use another API.";
  if (removed !== undefined && compareVersions(kubernetes, removed) >= 0) {
    return [
      fault("manifest-removed-api", `${apiVersion} ${kind} was removed in Kubernetes ${removed}.`, fix),
    ];
  }
  if (introduced !== undefined && compareVersions(kubernetes, introduced) < 0) {
    return [
      fault(
        "manifest-unavailable-api",
        `${apiVersion} ${kind} exists from Kubernetes ${introduced} on, not in ${kubernetes}.`,
        `Use an older API version, or Kubernetes ${introduced} or newer.`,
      ),
    ];
  }
  if (deprecated !== undefined && compareVersions(kubernetes, deprecated) >= 0) {
    const end = removed === undefined ? "" : ` and goes with ${removed}`;
    return [
      fault("manifest-deprecated-api", `${apiVersion} ${kind} is deprecated since ${deprecated}${end}.`, fix),
    ];
  }
  return [];
}

function fault(code: Fault["code"], message: string, fix: string): Fault {
  return { code, path: ["apiVersion"], message, fix };
}

/** Rules that refuse fields a version of Kubernetes does not know yet. */
export function fieldLifecycleRules(kubernetes: string): RuleTable {
  return Object.fromEntries(
    Object.entries(fieldLifecycle).flatMap(([definition, fields]) => {
      const missing = Object.entries(fields).filter(([, since]) => compareVersions(kubernetes, since) < 0);
      if (missing.length === 0) return [];
      return [
        [
          definition,
          [
            (value, { report }) => {
              for (const [field, since] of missing) {
                if (!isGiven(value[field])) continue;
                report({
                  code: "manifest-unavailable-field",
                  path: [field],
                  on: "key",
                  message: `The field ${field} works from Kubernetes ${since} on; ${kubernetes} refuses or drops it.`,
                  fix: `Take it out, or use Kubernetes ${since} or newer.`,
                });
              }
            },
          ],
        ] as const,
      ];
    }),
  );
}
