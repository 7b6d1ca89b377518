import { manifestCodes } from "../finding/codes/manifest.ts";
import { yamlCodes } from "../finding/codes/yaml.ts";
import { type FindingCode, findingCodes } from "../finding/codes.ts";

/** A command that gives findings. */
export type FindingCommand = "check" | "validate" | "scan" | "policy";

/** Codes of files that any reader of manifests comes upon; the other file-* are of the library's folders. */
const anyFile: readonly FindingCode[] = ["file-binary", "file-empty", "file-not-utf8"];
/** The library's manifests are held against the newest Kubernetes, and its files are small before they are read. */
const notInLibrary: readonly FindingCode[] = [
  "manifest-unavailable-api",
  "manifest-unavailable-field",
  "yaml-too-large",
  "guardrail-violation",
  "guardrail-undecided",
];

/** The commands that can give findings of a code, the one it is met with most first. `where-found.test.ts` runs them. */
export function commandsFor(code: FindingCode): readonly FindingCommand[] {
  if (code === "guardrail-violation" || code === "guardrail-undecided") return ["scan"];
  if (code === "guardrail-broken-expression") return ["check", "policy"];
  const library: FindingCommand[] = notInLibrary.includes(code) ? [] : ["check"];
  if (anyFile.includes(code)) return ["validate", "scan", ...library];
  if (Object.hasOwn(yamlCodes, code)) {
    // A scan only says why it could not read a document.
    const scan: FindingCommand[] = findingCodes[code].severity === "error" ? ["scan"] : [];
    return ["validate", ...scan, ...library];
  }
  if (Object.hasOwn(manifestCodes, code) && code !== "manifest-unknown-fragment")
    return ["validate", ...library];
  return library;
}

/** How a finding is silenced, for the object that carries the annotation. */
export type Silencing = "by code" | "by guardrail";

/** How findings of a code can be silenced; undefined where they cannot. Sources: src/kube/suppressions.ts, src/guardrail/scan-objects.ts. */
export function silencingOf(code: FindingCode): Silencing | undefined {
  if (code === "guardrail-violation" || code === "guardrail-undecided") return "by guardrail";
  // Of what is no object, and of excerpts, nobody can carry an annotation; a silence is not silenced.
  const never: readonly FindingCode[] = [
    "manifest-bad-suppression",
    "manifest-not-an-object",
    "manifest-unknown-fragment",
  ];
  return Object.hasOwn(manifestCodes, code) && !never.includes(code) ? "by code" : undefined;
}

/** Whether a story whose broken.yaml is to show a finding can say so in `manifests.expectFindings`; see check-manifests.ts. */
export function canBeExpected(code: FindingCode): boolean {
  return (
    commandsFor(code).includes("check") && commandsFor(code).includes("validate") && !anyFile.includes(code)
  );
}
