import { dataKeyProblem, dnsLabelProblem, dnsSubdomainProblem } from "../names.ts";
import { isGiven, recordOf, shown, textOf } from "../plain-values.ts";
import type { Rule, RuleContext, RuleTable } from "../rule.ts";
import { checkOneOf } from "./field-checks.ts";
import { inTreeVolumeSources } from "./in-tree-volume-sources.ts";

const volumeSources = [
  "configMap",
  "secret",
  "emptyDir",
  "persistentVolumeClaim",
  "hostPath",
  "projected",
  "downwardAPI",
  "csi",
  "ephemeral",
  "nfs",
  "image",
  "gitRepo",
  ...inTreeVolumeSources,
];

/** core validation, validateVolumes: a DNS label as name, at most one source; without one it is an emptyDir. */
const volume: Rule = (value, context) => {
  const name = textOf(value["name"]);
  checkOneOf(value, volumeSources, `The volume ${name ?? ""}`.trim(), context, true);
  const problem = name === undefined ? undefined : dnsLabelProblem(name);
  if (problem !== undefined) {
    const message = `The volume name ${shown(name)} ${problem}.`;
    const fix = "Write up to 63 lower case letters, digits and dashes.";
    context.report({ code: "manifest-bad-name", path: ["name"], message, fix });
  }
};

/** core validation, validateHostPathVolumeSource. */
const hostPath: Rule = (value, { report }) => {
  const path = textOf(value["path"]);
  if (!path?.split("/").includes("..")) return;
  const message = `hostPath.path is ${shown(path)}; it may not contain \`..\`.`;
  report({ code: "manifest-bad-path", path: ["path"], message, fix: "Write the path in full." });
};

/** core validation, validateProjectionSources: at most one source each. */
const projection: Rule = (value, context) => {
  const fields = [
    "configMap",
    "secret",
    "downwardAPI",
    "serviceAccountToken",
    "clusterTrustBundle",
    "podCertificate",
  ];
  checkOneOf(value, fields, "The projected source", context, true);
};

const token: Rule = (value, { report }) => {
  const seconds = value["expirationSeconds"];
  if (typeof seconds === "number" && seconds < 600) {
    const message = `expirationSeconds is ${seconds}; a token lives for 600 seconds at least.`;
    const fix = "Write 600 or more.";
    report({ code: "manifest-bad-value", path: ["expirationSeconds"], message, fix });
  }
  checkInnerPath(value["path"], report);
};

function checkInnerPath(value: unknown, report: RuleContext["report"]): void {
  const path = textOf(value);
  if (path === undefined || (!path.startsWith("/") && !path.split("/").includes(".."))) return;
  const message = `path is ${shown(path)}; it is a path inside the volume.`;
  report({ code: "manifest-bad-path", path: ["path"], message, fix: "Write a relative path without `..`." });
}

/** core validation, fileModeErrorMsg: 0 to 0777 in octal, which is 511. */
function checkMode(value: unknown, field: string, { report }: RuleContext): void {
  if (typeof value !== "number" || (value >= 0 && value <= 0o777)) return;
  const digits = /^[0-7]{3,4}$/.test(String(value)) ? `0${value}` : undefined;
  report({
    code: "manifest-bad-value",
    path: [field],
    message: `${field} is ${value}; a file mode is between 0 and 0777 (octal), that is 511.`,
    fix:
      digits === undefined
        ? "Write an octal number such as 0644."
        : `Write ${digits}: without the leading 0 the number is decimal.`,
  });
}

const keyToPath: Rule = (value, context) => {
  checkInnerPath(value["path"], context.report);
  checkMode(value["mode"], "mode", context);
  const key = textOf(value["key"]);
  const problem = key ? dataKeyProblem(key) : undefined;
  if (problem === undefined) return;
  const message = `The key ${shown(key)} ${problem}.`;
  context.report({ code: "manifest-bad-name", path: ["key"], message, fix: "Write a key of the object." });
};

const downwardFile: Rule = (value, context) => {
  checkInnerPath(value["path"], context.report);
  checkMode(value["mode"], "mode", context);
};

const modes: Rule = (value, context) => checkMode(value["defaultMode"], "defaultMode", context);

/** The object a volume is made of has to be named, and named as objects are. */
const object =
  (field: string): Rule =>
  (value, context) => {
    modes(value, context);
    const name = value[field];
    if (!isGiven(name) || name === "") {
      if (context.excerpt) return;
      const message = `The volume does not say which object it holds: ${field} is missing.`;
      const path = isGiven(name) ? [field] : [];
      context.report({
        code: "manifest-missing-field",
        path,
        on: "key",
        message,
        fix: `Add ${field}.`,
      });
      return;
    }
    const problem = typeof name === "string" ? dnsSubdomainProblem(name) : undefined;
    if (problem === undefined) return;
    const message = `The name ${shown(name)} ${problem}.`;
    context.report({ code: "manifest-bad-name", path: [field], message, fix: "Write an object's name." });
  };

const emptyDir: Rule = (value, { report }) => {
  const medium = textOf(value["medium"]);
  if (medium === undefined || /^(?:|Memory|HugePages(?:-.+)?)$/.test(medium)) return;
  const message = `medium is ${shown(medium)}; allowed is Memory, HugePages.`;
  report({ code: "manifest-bad-enum", path: ["medium"], message, fix: "Write Memory, or leave it out." });
};

/** The claim of an ephemeral volume is checked where it stands; its template needs a spec. */
const ephemeral: Rule = (value, { report, excerpt }) => {
  if (excerpt || isGiven(recordOf(value["volumeClaimTemplate"])["spec"])) return;
  const message = "An ephemeral volume needs volumeClaimTemplate.spec.";
  report({ code: "manifest-missing-field", path: [], on: "key", message, fix: "Add volumeClaimTemplate." });
};

/** Rules of the volumes of a pod. */
export const volumeRules: RuleTable = {
  "core_v1#Volume": [volume],
  "core_v1#HostPathVolumeSource": [hostPath],
  "core_v1#VolumeProjection": [projection],
  "core_v1#ServiceAccountTokenProjection": [token],
  "core_v1#KeyToPath": [keyToPath],
  "core_v1#DownwardAPIVolumeFile": [downwardFile],
  "core_v1#ConfigMapVolumeSource": [object("name")],
  "core_v1#SecretVolumeSource": [object("secretName")],
  "core_v1#ProjectedVolumeSource": [modes],
  "core_v1#DownwardAPIVolumeSource": [modes],
  "core_v1#EmptyDirVolumeSource": [emptyDir],
  "core_v1#EphemeralVolumeSource": [ephemeral],
};
