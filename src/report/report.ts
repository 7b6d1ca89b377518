import type { Finding } from "../finding/finding.ts";

/** What became of one Kubernetes object, as every format shows it. */
export interface ReportedResource {
  file: string;
  line: number;
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
  status: "valid" | "invalid" | "skipped" | "error";
  /** Why it was skipped or could not be checked. */
  reason?: string;
}

/** The result of a command that looks for faults; every format is made from it. */
export interface Report {
  /** Sorted, as sortFindings gives them. */
  findings: readonly Finding[];
  /** The objects that were looked at, where the command looks at objects. */
  resources?: readonly ReportedResource[];
}

/** How many of each kind. */
export interface Counts {
  errors: number;
  warnings: number;
}

/** Counts the findings. */
export function countFindings(findings: readonly Finding[]): Counts {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return { errors, warnings: findings.length - errors };
}

/** "1 error", "3 warnings". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** "2 errors and 1 warning", or whichever of them there are. */
export function countWords({ errors, warnings }: Counts): string {
  const parts = [
    ...(errors > 0 ? [plural(errors, "error")] : []),
    ...(warnings > 0 ? [plural(warnings, "warning")] : []),
  ];
  return parts.join(" and ") || "no findings";
}
