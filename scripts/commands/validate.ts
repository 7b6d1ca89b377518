import { sortFindings } from "../../src/finding/sort-findings.ts";
import { loadSchemas } from "../../src/kube/schemas/load-schemas.ts";
import { validateManifests } from "../../src/kube/validate-manifests.ts";
import { plural, type Report } from "../../src/report/report.ts";
import { summaryText } from "../../src/report/text.ts";
import type { Command } from "./command.ts";
import { exitCodeFor, failOnValues, formats, printReport } from "./print-report.ts";
import { oneOf, readArguments } from "./read-arguments.ts";
import { readManifests } from "./read-manifests.ts";
import { siteAddress } from "./site-address.ts";
import { UsageError } from "./usage-error.ts";

/** horror validate: any manifests. */
export const validate: Command = {
  summary: "checks any manifests: YAML, strict Kubernetes schema, API lifecycle, references",
  usage: `Usage: horror validate PATH... [options]

Checks manifests as the API server would, without one and without the network.
A PATH is a file, a folder (walked for .yaml, .yml and .json) or - for standard input.

  --format FORMAT              ${formats.join(", ")} (default text)
  --kubernetes-version VERSION the version of the cluster, such as 1.33 (default: the newest known)
  --ignore-missing-schemas     pass over kinds that have no schema here, without a warning
  --summary                    end with the number of objects by status
  --fail-on WHAT               ${failOnValues.join(", ")}: which findings give exit code 1 (default error)
`,
  async run(args, streams) {
    const { values, positionals } = readArguments("validate", args, {
      format: { type: "string", default: "text" },
      "kubernetes-version": { type: "string" },
      "ignore-missing-schemas": { type: "boolean", default: false },
      summary: { type: "boolean", default: false },
      "fail-on": { type: "string", default: "error" },
    });
    const format = oneOf("format", values.format, formats);
    const failOn = oneOf("fail-on", values["fail-on"], failOnValues);
    const kubernetesVersion =
      values["kubernetes-version"] === undefined ? undefined : minorVersion(values["kubernetes-version"]);
    const { files, findings: unread, texts } = await readManifests(positionals, streams, "validate");
    const result = validateManifests(files, {
      schemas: loadSchemas(),
      ignoreMissingSchemas: values["ignore-missing-schemas"],
      ...(kubernetesVersion === undefined ? {} : { kubernetesVersion }),
    });
    const report: Report = {
      findings: sortFindings([...unread, ...result.findings]),
      resources: result.resources,
    };
    printReport(report, {
      format,
      streams,
      texts,
      site: siteAddress(),
      closing: closing(report, values.summary),
    });
    return exitCodeFor(report, failOn);
  },
};

/** A version as 1.33, from 1.33, v1.33 or 1.33.2. */
function minorVersion(text: string): string {
  const found = /^v?(1\.\d{1,3})(?:\.\d+)?$/.exec(text)?.[1];
  if (found === undefined)
    throw new UsageError(`--kubernetes-version cannot be "${text}"; write it as 1.33.`);
  return found;
}

function closing({ findings, resources = [] }: Report, summary: boolean): string {
  const skipped = resources.filter(({ status }) => status === "skipped");
  const lines = skipped.map(
    ({ file, line, kind, name, reason }) =>
      `${file}:${line}: skipped: ${kind} ${name}: ${reason ?? "not checked"}`,
  );
  if (summary) lines.push(summaryText(resources));
  else if (findings.length === 0)
    lines.push(
      `No findings in ${plural(resources.length - skipped.length, "object")}${skipped.length > 0 ? `; ${skipped.length} skipped` : ""}.`,
    );
  return lines.join("\n");
}
