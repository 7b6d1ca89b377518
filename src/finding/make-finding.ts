import { type FindingCode, findingCodes } from "./codes.ts";
import type { Finding, ResourceName, Span } from "./finding.ts";

/** What a rule says of one fault; severity follows from the code. */
export interface FindingInput {
  code: FindingCode;
  file: string;
  /** Where it is; only `line` and `column` are required. */
  at: { line: number; column: number } & Partial<Span>;
  message: string;
  fix: string;
  resource?: ResourceName | undefined;
  policy?: string | undefined;
}

/** Makes a finding, taking its severity from the table of codes. */
export function makeFinding({ code, file, at, message, fix, resource, policy }: FindingInput): Finding {
  const finding: Finding = {
    code,
    severity: findingCodes[code].severity,
    file,
    line: at.line,
    column: at.column,
    message,
    fix,
  };
  if (at.endLine !== undefined && at.endColumn !== undefined) {
    finding.endLine = at.endLine;
    finding.endColumn = at.endColumn;
  }
  if (resource) finding.resource = resource;
  if (policy !== undefined) finding.policy = policy;
  return finding;
}
