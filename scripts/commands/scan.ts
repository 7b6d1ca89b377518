import { compileGuardrails } from "../../src/checks/compile-guardrails.ts";
import { sortFindings } from "../../src/finding/sort-findings.ts";
import { scanManifests } from "../../src/guardrail/scan-manifests.ts";
import { plural, type Report } from "../../src/report/report.ts";
import { summaryText } from "../../src/report/text.ts";
import { loadGuardrails } from "../../src/story/load-library.ts";
import type { Command } from "./command.ts";
import { libraryHome } from "./library-home.ts";
import { exitCodeFor, failOnValues, formats, printReport } from "./print-report.ts";
import { oneOf, readArguments } from "./read-arguments.ts";
import { readManifests } from "./read-manifests.ts";
import { siteAddress } from "./site-address.ts";
import { UsageError } from "./usage-error.ts";

/** horror scan: which of these stories am I about to live through? */
export const scan: Command = {
  summary: "holds your manifests against the library's guardrails",
  usage: `Usage: horror scan PATH... [options]

Says which stories your manifests are about to repeat: each finding is at the field
at fault and names the story to read. Nothing leaves the machine.
A PATH is a file, a folder (walked for .yaml, .yml and .json) or - for standard input.

  --format FORMAT   ${formats.join(", ")} (default text)
  --fail-on WHAT    ${failOnValues.join(", ")}: which findings give exit code 1 (default warning)
  --summary         end with the number of objects by status

The guardrails are those of this library, or of the one HORROR_CONTENT names.
`,
  async run(args, streams) {
    const { values, positionals } = readArguments("scan", args, {
      format: { type: "string", default: "text" },
      "fail-on": { type: "string", default: "warning" },
      summary: { type: "boolean", default: false },
    });
    const format = oneOf("format", values.format, formats);
    const failOn = oneOf("fail-on", values["fail-on"], failOnValues);
    const library = loadGuardrails(libraryHome(streams));
    const guardrails = compileGuardrails(library);
    if (guardrails.size === 0)
      throw new UsageError("the library has no guardrails, so there is nothing to scan for.");
    const { files, findings: unread, texts } = await readManifests(positionals, streams, "scan");
    const result = scanManifests(
      files,
      [...guardrails.values()].flatMap(({ policies }) => policies),
    );
    const report: Report = {
      findings: sortFindings([...unread, ...result.findings]),
      resources: result.resources,
    };
    const undecided = result.resources.filter(({ status, kind }) => status === "error" && kind !== "").length;
    const skipped = result.resources.filter(({ status }) => status === "skipped").length;
    printReport(report, {
      format,
      streams,
      texts,
      site: siteAddress(library),
      closing: values.summary
        ? summaryText(result.resources)
        : report.findings.length === 0
          ? `No findings in ${plural(result.resources.length - skipped, "object")} by ${plural(guardrails.size, "guardrail")}${skipped > 0 ? `; ${plural(skipped, "document")} skipped` : ""}${undecided > 0 ? `; ${plural(undecided, "object")} not judged by every guardrail, as --format json says` : ""}.`
          : "",
    });
    return exitCodeFor(report, failOn);
  },
};
