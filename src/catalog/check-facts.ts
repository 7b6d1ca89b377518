import {
  canBeExpected,
  commandsFor,
  type FindingCommand,
  type Silencing,
  silencingOf,
} from "../checks/where-found.ts";
import type { FindingCode } from "../finding/codes.ts";
import { findingCodes } from "../finding/codes.ts";
import type { Severity } from "../finding/finding.ts";
import { ignoreAnnotationPrefix } from "../guardrail/scan-objects.ts";
import { suppressionPrefix } from "../kube/suppressions.ts";

/** A command that finds it, and what comes of that; with code in backticks. */
export interface CommandFact {
  command: string;
  /** What it looks at. */
  where: string;
  /** What a finding of this severity does to its exit code. */
  outcome: string;
}

/** How a finding is silenced. */
export interface SilencingFact {
  by: Silencing;
  /** The lines an object carries. */
  annotation: string;
}

/** Where a code is met and what can be done about it, beside mending it. */
export interface CheckFacts {
  commands: CommandFact[];
  silencing?: SilencingFact;
  /** Whether a story may say that its broken.yaml shows it. */
  canBeExpected: boolean;
}

/** What follows of a finding: the defaults of `--fail-on`, which tests/commands/exit-codes.test.ts holds. */
const outcomes: Record<FindingCommand, Record<Severity, string>> = {
  validate: {
    error: "An error: exit code 1.",
    warning: "A warning: exit code 0, or 1 with `--fail-on warning`.",
  },
  check: {
    error: "An error: exit code 1, and the library is not built.",
    warning: "A warning: exit code 0, or 1 with `--fail-on warning`; the library is built.",
  },
  scan: {
    error: "An error: exit code 1.",
    warning: "A warning: exit code 1 all the same, or 0 with `--fail-on error`.",
  },
  policy: { error: "Told on standard error.", warning: "Told on standard error." },
};

/** Gathers the facts of a code. */
export function factsOfCheck(code: FindingCode): CheckFacts {
  const { severity } = findingCodes[code];
  const by = silencingOf(code);
  return {
    commands: commandsFor(code).map((command) => ({
      command: `horror ${command}`,
      where: whereLooked(command, code),
      outcome: outcomes[command][severity],
    })),
    ...(by ? { silencing: { by, annotation: annotationFor(by, code) } } : {}),
    canBeExpected: canBeExpected(code),
  };
}

function whereLooked(command: FindingCommand, code: FindingCode): string {
  if (command === "validate") return "In any manifests.";
  if (command === "policy") return "In any policy.";
  if (command === "scan")
    return code.startsWith("guardrail-")
      ? "In any manifests, by the guardrails of this library."
      : "In any manifests, before they are held against the guardrails.";
  if (code === "manifest-unknown-fragment") return "In the excerpts of manifests that prose shows.";
  if (canBeExpected(code)) return "In the manifests of stories and guardrails, and in the YAML of prose.";
  return "In the content of this library.";
}

function annotationFor(by: Silencing, code: FindingCode): string {
  const name = by === "by code" ? `${suppressionPrefix}${code}` : `${ignoreAnnotationPrefix}<guardrail>`;
  return `metadata:\n  annotations:\n    ${name}: "the reason"\n`;
}
