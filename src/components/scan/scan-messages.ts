import type { Finding } from "../../finding/finding.ts";

/** A manifest to scan: what it is called and what it says. */
export interface ScanFile {
  name: string;
  text: string;
}

/** What the page asks the worker. */
export interface ScanRequest {
  id: number;
  /** Address of the file that holds every guardrail; fetched once. */
  guardrails: string;
  files: readonly ScanFile[];
}

/** What came of a scan. */
export interface ScanOutcome {
  findings: Finding[];
  /** Objects that were judged. */
  objects: number;
  /** Documents that are no Kubernetes objects, or could not be read. */
  skipped: number;
  /** Objects on which some guardrail could not be evaluated. */
  undecided: number;
  guardrails: number;
  /** Time spent on judging, without loading anything. */
  milliseconds: number;
}

/** What the worker answers. */
export type ScanReply = { id: number } & ({ outcome: ScanOutcome } | { problem: string });
