import { expect } from "vitest";
import { findingsPanel } from "../../src/catalog/findings-panel.ts";
import type { Finding } from "../../src/finding/finding.ts";
import { reportGithub } from "../../src/report/github.ts";
import { reportJson } from "../../src/report/json.ts";
import { reportJunit } from "../../src/report/junit.ts";
import { reportSarif } from "../../src/report/sarif.ts";
import { reportText } from "../../src/report/text.ts";
import { visibleText } from "../../src/report/visible-text.ts";

/**
 * Expects that every form of a report says the same of a finding: message and fix, word for word, each with the escapes
 * of its form taken back as its reader takes them back.
 */
export function expectSameWords(finding: Finding): void {
  const { code, message, fix } = finding;
  const both = `${message} ${fix}`;
  const { annotations, summary } = reportGithub([finding]);
  expect(visible(reportText([finding]))).toContain(visible(message));
  expect(visible(reportText([finding]))).toContain(`\n  ${visible(fix)}`);
  expect(JSON.parse(reportJson({ findings: [finding] })).findings).toEqual([finding]);
  const data = annotations.slice(annotations.indexOf("::", 2) + 2);
  expect(data.replaceAll("%0A", "\n").replaceAll("%0D", "\r").replaceAll("%25", "%")).toBe(both);
  const [, , finder = "", fixed = ""] = (summary.split("\n").at(-2) ?? "").split(/(?<!\\)\|/);
  expect(fromCell(finder)).toContain(message.replace(/\s+/g, " ").trim());
  expect(fromCell(fixed)).toBe(fix.replace(/\s+/g, " ").trim());
  const site = "https://example.com/";
  const { tool, results } = JSON.parse(reportSarif([finding], site)).runs[0];
  expect(results[0].message.text).toBe(both);
  expect(tool.driver.rules[results[0].ruleIndex].helpUri).toBe(`${site}checks/${code}/`);
  expect(fromXml(reportJunit({ findings: [finding] }))).toContain(both);
  const panel = fromXml(findingsPanel([finding], "/base/"));
  expect(panel).toContain(`<p>${message}</p><p>${fix}</p>`);
  expect(panel).toContain(`href="/base/checks/${code}/"`);
}

/** Line breaks of a message are shown as signs, and columns do not count here. */
function visible(text: string): string {
  return visibleText(text).replace(/[\u2400-\u2421\ufffd]/g, "\n");
}

function fromCell(cell: string): string {
  return cell.trim().replaceAll("&lt;", "<").replaceAll("&amp;", "&").replace(/\\(.)/g, "$1");
}

function fromXml(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_whole, code: string) => String.fromCharCode(Number(code)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
