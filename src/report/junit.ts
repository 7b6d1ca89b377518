import type { Finding } from "../finding/finding.ts";
import type { Report, ReportedResource } from "./report.ts";

interface Case {
  name: string;
  errors: Finding[];
  warnings: Finding[];
  skipped?: string;
}

/**
 * A report as JUnit XML, the form most CI systems show: a suite for each file, a case for each object and for each
 * finding that belongs to none. Errors fail a case; warnings are its output. `time` is there because some readers need it.
 */
export function reportJunit({ findings, resources = [] }: Report): string {
  const suites = new Map<string, Case[]>();
  const suite = (file: string) => {
    const cases = suites.get(file) ?? [];
    suites.set(file, cases);
    return cases;
  };
  const named = new Map<string, Case>();
  for (const resource of resources) {
    // A document that could not be read has no name; its findings are cases by themselves.
    if (resource.status === "error" && findings.some(({ file }) => file === resource.file)) continue;
    const entry: Case = { name: nameOf(resource), errors: [], warnings: [] };
    if (resource.status === "skipped") entry.skipped = resource.reason ?? "not checked";
    suite(resource.file).push(entry);
    named.set(`${resource.file}\n${entry.name}`, entry);
  }
  for (const finding of findings) {
    let entry = finding.resource && named.get(`${finding.file}\n${nameOf(finding.resource)}`);
    if (!entry) {
      entry = { name: `${finding.code} at ${finding.line}:${finding.column}`, errors: [], warnings: [] };
      suite(finding.file).push(entry);
    }
    (finding.severity === "error" ? entry.errors : entry.warnings).push(finding);
  }
  const all = [...suites.values()].flat();
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites name="horror" ${totals(all)}>`];
  for (const [file, cases] of [...suites].sort(([a], [b]) => (a < b ? -1 : 1))) {
    lines.push(`  <testsuite name="${escapeXml(file)}" ${totals(cases)}>`);
    for (const entry of cases) lines.push(...testCase(entry, file));
    lines.push("  </testsuite>");
  }
  lines.push("</testsuites>");
  return lines.join("\n");
}

function testCase({ name, errors, warnings, skipped }: Case, file: string): string[] {
  const open = `    <testcase name="${escapeXml(name)}" classname="${escapeXml(file)}" time="0"`;
  const inner = [
    ...(errors.length > 0
      ? [
          `      <failure type="${errors[0]?.code}" message="${escapeXml(errors[0]?.message ?? "")}">${escapeXml(errors.map(words).join("\n"))}</failure>`,
        ]
      : []),
    ...(skipped !== undefined && errors.length === 0
      ? [`      <skipped message="${escapeXml(skipped)}"/>`]
      : []),
    ...(warnings.length > 0
      ? [`      <system-out>${escapeXml(warnings.map(words).join("\n"))}</system-out>`]
      : []),
  ];
  return inner.length === 0 ? [`${open}/>`] : [`${open}>`, ...inner, "    </testcase>"];
}

function words({ file, line, column, severity, code, message, fix }: Finding): string {
  return `${file}:${line}:${column}: ${severity}: ${message} ${fix} [${code}]`;
}

function nameOf({
  apiVersion,
  kind,
  namespace,
  name,
}: Pick<ReportedResource, "apiVersion" | "kind" | "namespace" | "name">): string {
  return `${apiVersion} ${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`;
}

function totals(cases: readonly Case[]): string {
  const failures = cases.filter(({ errors }) => errors.length > 0).length;
  const skipped = cases.filter(
    ({ skipped: reason, errors }) => reason !== undefined && errors.length === 0,
  ).length;
  return `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}" time="0"`;
}

/** Text in XML 1.0, which has no form at all for most control characters and for lone surrogates. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
