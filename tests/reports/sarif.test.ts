import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { ValidateFunction } from "ajv";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/finding/finding.ts";
import { loadSchemas } from "../../src/kube/schemas/load-schemas.ts";
import { type ManifestText, validateManifests } from "../../src/kube/validate-manifests.ts";
import { reportSarif } from "../../src/report/sarif.ts";
import { readCorpus } from "../corpus/read-corpus.ts";

interface SarifLog {
  runs: {
    results: {
      ruleId: string;
      partialFingerprints: Record<string, string>;
      locations: {
        physicalLocation: { artifactLocation: { uri: string }; region: Record<string, number> };
      }[];
    }[];
  }[];
}

const Ajv: new (options: object) => { compile(schema: object): ValidateFunction } = createRequire(
  import.meta.url,
)("ajv-draft-04").default;
const schema: object = JSON.parse(readFileSync("tests/reports/sarif-2.1.0.schema.json", "utf8"));
const fits = new Ajv({
  strict: false,
  allErrors: true,
  validateFormats: false,
  unicodeRegExp: false,
}).compile(schema);
const schemas = loadSchemas();
const site = "https://example.com/stories/";

const findingsOf = (files: readonly ManifestText[]): Finding[] =>
  validateManifests(files, { schemas }).findings;
const logOf = (findings: readonly Finding[]): SarifLog => JSON.parse(reportSarif(findings, site)) as SarifLog;
const resultsOf = (findings: readonly Finding[]) => logOf(findings).runs[0]?.results ?? [];
const files = readCorpus("faults").map(({ text, origin }) => ({
  text,
  origin: { file: `a folder/${origin.file}` },
}));

describe("SARIF", () => {
  test("the schema is at work", () => {
    expect(fits({ version: "2.1.0", runs: [{}] })).toBe(false);
    expect(fits({ version: "2.1.0", runs: [{ tool: { driver: { name: "x" } }, results: [] }] })).toBe(true);
  });

  test("hundreds of findings fit the schema of version 2.1.0", () => {
    const findings = findingsOf(files);
    expect(findings.length).toBeGreaterThan(300);
    const log = logOf(findings);
    expect(fits(log), JSON.stringify(fits.errors?.slice(0, 3))).toBe(true);
    expect(log.runs[0]?.results.length).toBe(findings.length);
  });

  test("no findings are an empty list of results", () => {
    const log = logOf([]);
    expect(fits(log)).toBe(true);
    expect(log.runs[0]?.results).toEqual([]);
  });

  test("addresses are relative and escaped, regions start at 1", () => {
    for (const { locations } of resultsOf(findingsOf(files))) {
      const place = locations[0]?.physicalLocation;
      expect(place?.artifactLocation.uri).toMatch(/^a%20folder\/[a-z-]+\.yaml$/);
      for (const edge of Object.values(place?.region ?? {})) expect(edge).toBeGreaterThanOrEqual(1);
    }
  });

  test("fingerprints are unlike each other and stay when lines are put above", () => {
    const moved = files.map(({ text, origin }) => ({ text: `# A comment.\n\n${text}`, origin }));
    const prints = (list: readonly ManifestText[]) =>
      resultsOf(findingsOf(list)).map((one) => `${one.ruleId} ${Object.values(one.partialFingerprints)}`);
    expect(prints(moved)).toEqual(prints(files));
    expect(new Set(prints(files)).size).toBe(prints(files).length);
  });
});
