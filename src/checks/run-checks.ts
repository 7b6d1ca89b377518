import type { Finding } from "../finding/finding.ts";
import { sortFindings } from "../finding/sort-findings.ts";
import type { SchemaSource } from "../kube/schema-types.ts";
import type { CheckedResource } from "../kube/validate-manifests.ts";
import type { Library } from "../story/library.ts";
import { checkGuardrails } from "./check-guardrails.ts";
import { checkManifests } from "./check-manifests.ts";
import { checkProofs } from "./check-proofs.ts";
import { checkSnippets } from "./check-snippets.ts";
import { checks } from "./index.ts";
import { makeContext } from "./make-context.ts";

/** What a run of the checks gives. */
export interface CheckRun {
  /** All findings, of reading and of every check, sorted. */
  findings: Finding[];
  /** What became of each object in manifests and snippets. */
  resources: CheckedResource[];
}

/** What a run looks at. */
export interface CheckOptions {
  schemas: SchemaSource;
  /** The codes wanted; all of them when left out. */
  only?: readonly string[];
  /** The files of which findings are wanted; all when left out. The rest of the library is known all the same. */
  wanted?: (file: string) => boolean;
}

/**
 * Runs every check over a library that was loaded before. Findings of reading are part of the result. What is wanted of
 * some files is what a run over all gives for them, sooner. Throws, naming the check, only where a check itself is broken.
 */
export function runChecks(library: Library, { schemas, only, wanted = () => true }: CheckOptions): CheckRun {
  const context = makeContext(library, schemas, wanted);
  const engines = [
    attempt("check-manifests", () => checkManifests(library, context)),
    attempt("check-snippets", () => checkSnippets(context)),
  ];
  const findings = [
    ...library.findings,
    ...engines.flatMap((run) => run.findings),
    ...attempt("check-guardrails", () => checkGuardrails(context)),
    ...attempt("check-proofs", () => checkProofs(context)),
    ...Object.entries(checks).flatMap(([name, check]) => attempt(name, () => check(library, context))),
  ];
  return {
    findings: sortFindings(
      findings.filter(({ code, file }) => (!only || only.includes(code)) && wanted(file)),
    ),
    resources: engines.flatMap((run) => run.resources).filter(({ file }) => wanted(file)),
  };
}

function attempt<Result>(name: string, run: () => Result): Result {
  try {
    return run();
  } catch (cause) {
    throw new Error(`The check ${name} broke; this is a defect of horror itself.`, { cause });
  }
}
