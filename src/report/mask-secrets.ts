import type { CodeDefinition } from "../finding/code-definition.ts";
import { findingCodes } from "../finding/codes.ts";
import type { Finding } from "../finding/finding.ts";

/** Gives the lines of files with everything masked that a finding calls a secret, each character by a dot. */
export function maskSecrets(
  findings: readonly Finding[],
  sourceLine: (file: string, line: number) => string | undefined,
): (file: string, line: number) => string | undefined {
  const secrets = findings.filter(({ code }) => (findingCodes[code] as CodeDefinition).secret === true);
  return (file, line) => {
    const text = sourceLine(file, line);
    if (text === undefined) return undefined;
    return secrets
      .filter(
        (secret) => secret.file === file && secret.line <= line && (secret.endLine ?? secret.line) >= line,
      )
      .reduce((masked, secret) => maskLine(masked, secret, line), text);
  };
}

function maskLine(text: string, secret: Finding, line: number): string {
  const from = secret.line === line ? secret.column - 1 : 0;
  const to = secret.endLine === line && secret.endColumn !== undefined ? secret.endColumn - 1 : text.length;
  return text.slice(0, from) + text.slice(from, to).replace(/\S/g, "•") + text.slice(to);
}
