import type { Finding } from "../finding/finding.ts";
import { sortFindings } from "../finding/sort-findings.ts";
import type { Library } from "../story/library.ts";
import { checks } from "./index.ts";
import { makeContext } from "./make-context.ts";

/** What a run of the checks gives. */
export interface CheckRun {
  /** All findings, of reading and of every check, sorted. */
  findings: Finding[];
  /** What became of each object in the manifests. */
  resources: never[];
}

/**
 * Runs every check over a library that was loaded before; `only` names the codes wanted. Findings of reading are part
 * of the result. Throws, naming the check, only where a check itself is broken.
 */
export function runChecks(library: Library, { only }: { only?: readonly string[] } = {}): CheckRun {
  const context = makeContext(library);
  const findings = [...library.findings];
  for (const [name, check] of Object.entries(checks)) {
    try {
      findings.push(...check(library, context));
    } catch (cause) {
      throw new Error(`The check ${name} broke; this is a defect of horror itself.`, { cause });
    }
  }
  const wanted = only ? findings.filter(({ code }) => only.includes(code)) : findings;
  return { findings: sortFindings(wanted), resources: [] };
}
