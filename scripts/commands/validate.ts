import type { Finding } from "../../src/finding/finding.ts";
import { sortFindings } from "../../src/finding/sort-findings.ts";
import { withSchemaLocation } from "../../src/kube/schema-location.ts";
import type { SchemaSource } from "../../src/kube/schema-types.ts";
import { loadSchemas } from "../../src/kube/schemas/load-schemas.ts";
import { validateManifests } from "../../src/kube/validate-manifests.ts";
import { plural, type Report } from "../../src/report/report.ts";
import { summaryText } from "../../src/report/text.ts";
import type { Command } from "./command.ts";
import { exitCodeFor, failOnValues, formats, printReport } from "./print-report.ts";
import { oneOf, readArguments } from "./read-arguments.ts";
import { readManifests } from "./read-manifests.ts";
import { siteAddress } from "./site-address.ts";
import type { Streams } from "./streams.ts";
import { UsageError } from "./usage-error.ts";

/** horror validate: any manifests. */
export const validate: Command = {
  summary: "checks any manifests: YAML, strict Kubernetes schema, API lifecycle, references",
  usage: `Usage: horror validate PATH... [options]

Checks manifests as the API server would, without one and without the network.
A PATH is a file, a folder (walked for .yaml, .yml and .json) or - for standard input.

  --format FORMAT              ${formats.join(", ")} (default text)
  --kubernetes-version VERSION the version of the cluster, such as 1.33 (default: the newest known)
  --schema-location PATH       CustomResourceDefinitions or JSON Schemas of your own, a file or
                               a folder; may be given several times
  --ignore-missing-schemas     pass over kinds that have no schema here, without a warning
  --summary                    end with the number of objects by status
  --fail-on WHAT               ${failOnValues.join(", ")}: which findings give exit code 1 (default error)
`,
  async run(args, streams) {
    const { values, positionals } = readArguments("validate", args, {
      format: { type: "string", default: "text" },
      "kubernetes-version": { type: "string" },
      "schema-location": { type: "string", multiple: true, default: [] },
      "ignore-missing-schemas": { type: "boolean", default: false },
      summary: { type: "boolean", default: false },
      "fail-on": { type: "string", default: "error" },
    });
    const format = oneOf("format", values.format, formats);
    const failOn = oneOf("fail-on", values["fail-on"], failOnValues);
    const kubernetesVersion =
      values["kubernetes-version"] === undefined ? undefined : minorVersion(values["kubernetes-version"]);
    const { files, findings: unread, texts } = await readManifests(positionals, streams, "validate");
    const own = await readSchemas(values["schema-location"], streams);
    const result = validateManifests(files, {
      schemas: own.schemas,
      ignoreMissingSchemas: values["ignore-missing-schemas"],
      ...(kubernetesVersion === undefined ? {} : { kubernetesVersion }),
    });
    const report: Report = {
      findings: sortFindings([...own.findings, ...unread, ...result.findings]),
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

/** The schemas at hand, with those of the reader's own on top. */
async function readSchemas(
  paths: readonly string[],
  streams: Streams,
): Promise<{ schemas: SchemaSource; findings: Finding[] }> {
  if (paths.length === 0) return { schemas: loadSchemas(), findings: [] };
  const { files, findings } = await readManifests(paths, streams, "--schema-location");
  const own = withSchemaLocation(loadSchemas(), files);
  if (own.kinds.length === 0)
    throw new UsageError(
      `there is no CustomResourceDefinition and no JSON Schema that names its kind in ${paths.join(", ")}.`,
    );
  return { schemas: own.schemas, findings: [...findings, ...own.findings] };
}

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
