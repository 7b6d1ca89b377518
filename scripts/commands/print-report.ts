import { appendFileSync } from "node:fs";
import type { Severity } from "../../src/finding/finding.ts";
import { reportGithub } from "../../src/report/github.ts";
import { reportJson } from "../../src/report/json.ts";
import { reportJunit } from "../../src/report/junit.ts";
import type { Report } from "../../src/report/report.ts";
import { reportSarif } from "../../src/report/sarif.ts";
import { reportText } from "../../src/report/text.ts";
import { exitCodes } from "./command.ts";
import { sourceLines } from "./source-lines.ts";
import type { Streams } from "./streams.ts";

/** Names of the forms a report can have. */
export const formats = ["text", "json", "github", "sarif", "junit"] as const;

/** Name of a form a report can have. */
export type Format = (typeof formats)[number];

/** Which findings make a command fail. */
export const failOnValues = ["error", "warning", "never"] as const;

/** Which findings make a command fail. */
export type FailOn = (typeof failOnValues)[number];

/** What a report needs beside itself to be printed. */
export interface PrintOptions {
  format: Format;
  streams: Streams;
  /** Texts that did not come from a file, by the name findings give them. */
  texts?: ReadonlyMap<string, string>;
  /** Address the site stands under, with a slash at its end: SARIF names the pages of the codes. */
  site: string;
  /** What the text form ends with, and says where there are no findings. */
  closing: string;
}

/** Writes a report to standard output in the form asked for. */
export function printReport(report: Report, { format, streams, texts, site, closing }: PrintOptions): void {
  switch (format) {
    case "text": {
      const body = reportText(report.findings, { sourceLine: sourceLines(texts) });
      streams.out(`${[body, closing].filter((part) => part !== "").join("\n\n")}\n`);
      break;
    }
    case "json":
      streams.out(`${reportJson(report)}\n`);
      break;
    case "github": {
      const { annotations, summary } = reportGithub(report.findings);
      if (annotations !== "") streams.out(`${annotations}\n`);
      const file = streams.environment["GITHUB_STEP_SUMMARY"];
      if (file) appendFileSync(file, summary);
      break;
    }
    case "sarif":
      streams.out(`${reportSarif(report.findings, site)}\n`);
      break;
    case "junit":
      streams.out(`${reportJunit(report)}\n`);
      break;
  }
}

/** The exit code for a report. */
export function exitCodeFor({ findings }: Report, failOn: FailOn): number {
  const counts: readonly Severity[] =
    failOn === "never" ? [] : failOn === "error" ? ["error"] : ["error", "warning"];
  return findings.some(({ severity }) => counts.includes(severity)) ? exitCodes.findings : exitCodes.clean;
}
