import { describe, expect, test } from "vitest";
import { loadSchemas } from "../../src/kube/schemas/load-schemas.ts";
import { validateManifests } from "../../src/kube/validate-manifests.ts";
import { readCorpus } from "./read-corpus.ts";

const schemas = loadSchemas();
const files = readCorpus("faults");

/** What the lines of a text say of themselves: `# !code`, or several codes with spaces between. */
function marksOf(text: string): string[] {
  return text.split("\n").flatMap((line, index) => {
    const codes = /# !([a-z-]+(?: [a-z-]+)*)\s*$/.exec(line)?.[1]?.split(" ") ?? [];
    return codes.map((code) => `${index + 1} ${code}`);
  });
}

describe("the corpus of faults", () => {
  test("is there", () => expect(files.length).toBeGreaterThan(5));

  test.each(files.map((file) => [file.origin.file, file.text] as const))(
    "%s: every fault is found on its line, and nothing else",
    (file, text) => {
      const marks = marksOf(text);
      expect(marks.length).toBeGreaterThan(10);
      const { findings } = validateManifests([{ text, origin: { file } }], { schemas });
      expect(findings.map((one) => `${one.line} ${one.code}`).sort(byLine)).toEqual(marks.sort(byLine));
    },
  );
});

function byLine(a: string, b: string): number {
  return Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1);
}
