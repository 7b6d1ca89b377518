import { type FindingCode, findingCodes } from "../finding/codes.ts";
import type { Finding } from "../finding/finding.ts";
import { hashText } from "./hash-text.ts";

/**
 * Findings as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), the form code scanning reads. Rules are the
 * whole table of codes; addresses are relative; a fingerprint does not move with the line, so that a finding stays the
 * same one after an edit above it. `site` is the address the pages of the codes stand under, with a slash at its end.
 */
export function reportSarif(findings: readonly Finding[], site: string): string {
  const codes = Object.keys(findingCodes).sort() as FindingCode[];
  const place = new Map(codes.map((code, index) => [code, index]));
  const seen = new Map<string, number>();
  return JSON.stringify(
    {
      $schema: "https://json.schemastore.org/sarif-2.1.0.json",
      version: "2.1.0",
      runs: [
        {
          tool: {
            driver: {
              name: "horror",
              informationUri: site,
              rules: codes.map((code) => ({
                id: code,
                shortDescription: { text: findingCodes[code].title },
                helpUri: `${site}checks/${code}/`,
                defaultConfiguration: { level: findingCodes[code].severity },
              })),
            },
          },
          columnKind: "utf16CodeUnits",
          results: findings.map((finding) => {
            // A message may name a line, which an edit above it moves.
            const said = finding.message.replace(/\bline \d+/g, "line");
            const identity = `${finding.code}\n${finding.file}\n${said}`;
            const occurrence = seen.get(identity) ?? 0;
            seen.set(identity, occurrence + 1);
            return {
              ruleId: finding.code,
              ruleIndex: place.get(finding.code),
              level: finding.severity,
              message: { text: `${finding.message} ${finding.fix}` },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: relativeUri(finding.file) },
                    region: regionOf(finding),
                  },
                },
              ],
              partialFingerprints: { "horrorFinding/v1": `${hashText(identity)}:${occurrence}` },
              ...(finding.policy === undefined ? {} : { properties: { policy: finding.policy } }),
            };
          }),
        },
      ],
    },
    null,
    2,
  );
}

function regionOf({ line, column, endLine, endColumn }: Finding): Record<string, number> {
  return {
    startLine: line,
    startColumn: column,
    ...(endLine === undefined || endColumn === undefined ? {} : { endLine, endColumn }),
  };
}

/** A path as a relative reference: https://www.rfc-editor.org/rfc/rfc3986#section-4.2 */
function relativeUri(file: string): string {
  const path = file.split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? `file://${path}` : path;
}
