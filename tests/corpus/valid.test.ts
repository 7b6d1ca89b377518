import { describe, expect, test } from "vitest";
import { loadSchemas } from "../../src/kube/schemas/load-schemas.ts";
import { validateManifests } from "../../src/kube/validate-manifests.ts";
import { readCorpus } from "./read-corpus.ts";

const files = readCorpus("valid");
const schemas = loadSchemas();

/** Warnings that valid manifests of the corpus carry on purpose, as `file:line code`. */
const expectedWarnings = [
  "networking.yaml:129 manifest-deprecated-api",
  "styles.yaml:27 yaml-surprising-value",
];

describe("the corpus of valid manifests", () => {
  test.each(files.map((file) => [file.origin.file, file] as const))("%s has no error", (_, file) => {
    const { findings, resources } = validateManifests([file], { schemas });
    const found = findings.map((one) => `${one.file}:${one.line} ${one.code}`);
    expect(findings.filter((one) => one.severity === "error")).toEqual([]);
    expect(found).toEqual(expectedWarnings.filter((one) => one.startsWith(`${file.origin.file}:`)));
    expect(resources.filter((one) => one.status !== "valid")).toEqual([]);
  });

  test("is large and varied", () => {
    const { resources } = validateManifests(files, { schemas, references: false });
    const kinds = new Set(resources.map((one) => `${one.apiVersion} ${one.kind}`));
    expect(resources.length).toBeGreaterThanOrEqual(300);
    expect(kinds.size).toBeGreaterThanOrEqual(120);
  });
});
