import type { FindingCode } from "./codes.ts";

/** How serious a finding is: an error refuses the content, a warning advises. */
export type Severity = "error" | "warning";

/** A Kubernetes object as findings and reports name it. */
export interface ResourceName {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
}

/** A stretch of an author's file: lines and columns are 1-based, columns count UTF-16 code units, the end is exclusive. */
export interface Span {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/**
 * One thing that is wrong with content. It is data: whoever decides makes one, `report/` shows it,
 * and nobody throws or prints it.
 */
export interface Finding {
  /** Permanent name of the fault; its page is `/checks/<code>/`. */
  code: FindingCode;
  severity: Severity;
  /** Path as the author would type it, relative to the working directory, with forward slashes. */
  file: string;
  /** 1-based line in the file the author wrote, for embedded snippets too. */
  line: number;
  /** 1-based column in UTF-16 code units. */
  column: number;
  /** Where the marked text ends (exclusive), where it is known. */
  endLine?: number;
  endColumn?: number;
  /** What is wrong here: one sentence for this case, with the values concerned. */
  message: string;
  /** What to do about it: one sentence in the imperative. */
  fix: string;
  /** The Kubernetes object concerned, where there is one. */
  resource?: ResourceName;
  /** The admission policy that judged the object, by its metadata.name, where one did. */
  policy?: string;
}
