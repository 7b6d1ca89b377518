import type { Severity } from "./finding.ts";

/** What the table of codes says of one code. */
export interface CodeDefinition {
  /** Severity of every finding with this code. */
  severity: Severity;
  /** The fault as a short noun phrase without an article, the heading of its page: "Unknown field". */
  title: string;
  /** Whether the text that a finding marks is a secret, which no report may show. */
  secret?: true;
}
