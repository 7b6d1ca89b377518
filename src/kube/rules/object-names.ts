import { isIp } from "../addresses.ts";
import type { Fault } from "../fault.ts";
import {
  dns1035LabelProblem,
  dnsLabelProblem,
  dnsSubdomainProblem,
  pathSegmentProblem,
  tidyName,
} from "../names.ts";
import type { ManifestObject } from "../parse-manifests.ts";
import { isGiven, isRecord, shown, textOf } from "../plain-values.ts";

/** Kinds whose names follow another rule than DNS subdomains; source: each kind's strategy in pkg/registry. */
const nameRules: Record<string, { check: (name: string) => string | undefined; longest?: number }> = {
  "/Namespace": { check: dnsLabelProblem },
  "/Service": { check: dns1035LabelProblem },
  "/Event": { check: () => undefined },
  "apps/StatefulSet": { check: dnsSubdomainProblem },
  "batch/CronJob": { check: dnsSubdomainProblem, longest: 52 },
  "apiregistration.k8s.io/APIService": { check: pathSegmentProblem },
  "certificates.k8s.io/CertificateSigningRequest": { check: pathSegmentProblem },
  "certificates.k8s.io/ClusterTrustBundle": { check: bundleNameProblem },
  "networking.k8s.io/IPAddress": { check: (name) => (isIp(name) ? undefined : "is no IP address") },
  "rbac.authorization.k8s.io/ClusterRole": { check: pathSegmentProblem },
  "rbac.authorization.k8s.io/ClusterRoleBinding": { check: pathSegmentProblem },
  "rbac.authorization.k8s.io/Role": { check: pathSegmentProblem },
  "rbac.authorization.k8s.io/RoleBinding": { check: pathSegmentProblem },
};

/** `signer.example.com:group:name`, or a plain name: certificates validation, ValidateClusterTrustBundleName. */
function bundleNameProblem(name: string): string | undefined {
  const parts = name.split(":");
  for (const part of parts) {
    const problem = dnsSubdomainProblem(part);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Requests that are answered and never stored, so they need no name. */
const nameless = new Set([
  "LocalSubjectAccessReview",
  "SelfSubjectAccessReview",
  "SelfSubjectReview",
  "SelfSubjectRulesReview",
  "SubjectAccessReview",
  "TokenRequest",
  "TokenReview",
]);

/** Kinds without a name: configuration files of programs. */
function isConfiguration(group: string, kind: string): boolean {
  return (
    group.endsWith(".config.k8s.io") || group === "kubeadm.k8s.io" || (group === "" && kind === "Config")
  );
}

/** Checks metadata.name and metadata.namespace: apimachinery/pkg/api/validation, ValidateObjectMeta. */
export function checkObjectNames({ group, kind, value }: ManifestObject): Fault[] {
  if (nameless.has(kind) || isConfiguration(group, kind)) return [];
  const metadata = value["metadata"];
  if (isGiven(metadata) && !isRecord(metadata)) return [];
  const faults: Fault[] = [];
  const fields = isRecord(metadata) ? metadata : {};
  const rule = nameRules[`${group}/${kind}`] ?? { check: dnsSubdomainProblem };
  const name = textOf(fields["name"]);
  const generated = textOf(fields["generateName"]);
  if (
    (name === undefined || name === "") &&
    (generated === undefined || generated === "") &&
    !wrongType(fields["name"])
  ) {
    faults.push({
      code: "manifest-missing-field",
      path: "name" in fields ? ["metadata", "name"] : isGiven(metadata) ? ["metadata"] : ["kind"],
      on: "key",
      message: `The ${kind} has no name.`,
      fix: "Add metadata.name.",
    });
  }
  if (name) {
    const problem = rule.check(name) ?? tooLong(name, rule.longest);
    if (problem !== undefined) {
      const tidy = tidyName(name);
      faults.push({
        code: "manifest-bad-name",
        path: ["metadata", "name"],
        message: `The name ${shown(name)} ${problem}.`,
        fix:
          tidy !== undefined && rule.check(tidy) === undefined
            ? `Write ${tidy}.`
            : "Write a name that follows these rules.",
      });
    }
  } else if (generated) {
    const problem = rule.check(`${generated}x`);
    if (problem !== undefined) {
      const message = `Names that start with ${shown(generated)} are not allowed: the name ${problem}.`;
      faults.push({
        code: "manifest-bad-name",
        path: ["metadata", "generateName"],
        message,
        fix: "Write the start of a valid name.",
      });
    }
  }
  const namespace = textOf(fields["namespace"]);
  const problem = namespace ? dnsLabelProblem(namespace) : undefined;
  if (problem !== undefined) {
    const message = `The namespace ${shown(namespace)} ${problem}.`;
    faults.push({
      code: "manifest-bad-name",
      path: ["metadata", "namespace"],
      message,
      fix: "Write the name of a namespace.",
    });
  }
  return faults;
}

function wrongType(name: unknown): boolean {
  return isGiven(name) && typeof name !== "string";
}

function tooLong(name: string, longest: number | undefined): string | undefined {
  return longest === undefined || name.length <= longest
    ? undefined
    : `has ${name.length} characters, and ${longest} are allowed`;
}

/** Kinds that mean nothing without a spec though their schema does not demand one. */
const needsSpec = new Set([
  "/PersistentVolume",
  "/PersistentVolumeClaim",
  "/Pod",
  "/ReplicationController",
  "/Service",
  "apps/DaemonSet",
  "apps/Deployment",
  "apps/ReplicaSet",
  "apps/StatefulSet",
  "autoscaling/HorizontalPodAutoscaler",
  "batch/Job",
  "networking.k8s.io/Ingress",
  "networking.k8s.io/IngressClass",
  "admissionregistration.k8s.io/ValidatingAdmissionPolicy",
]);

/** Reports a spec that is missing where the API server then misses what has to be in it. */
export function checkSpecGiven({ group, kind, value }: ManifestObject): Fault[] {
  if (!needsSpec.has(`${group}/${kind}`) || isGiven(value["spec"])) return [];
  const message = `The ${kind} has no spec.`;
  return [
    {
      code: "manifest-missing-field",
      path: "spec" in value ? ["spec"] : ["kind"],
      on: "key",
      message,
      fix: "Add spec.",
    },
  ];
}
