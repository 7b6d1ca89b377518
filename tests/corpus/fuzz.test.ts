import { expect, test } from "vitest";
import { loadSchemas } from "../../src/kube/schemas/load-schemas.ts";
import { validateManifests } from "../../src/kube/validate-manifests.ts";
import { decodeText } from "../../src/yaml/decode-text.ts";
import { fuzzed } from "./fuzz.ts";
import { readCorpus } from "./read-corpus.ts";

const schemas = loadSchemas();
const texts = [...readCorpus("valid"), ...readCorpus("faults")].map(({ text }) => text);
const bytes = 1_000_000;

test("a million fuzzed bytes neither throw nor hang, and every finding has a place in the text", () => {
  let made = 0;
  let found = 0;
  for (const piece of fuzzed(texts, bytes, 1)) {
    made += piece.length;
    const { text } = decodeText(piece, "fuzz.yaml");
    if (text === undefined) continue;
    const started = performance.now();
    const { findings } = validateManifests([{ text, origin: { file: "fuzz.yaml" } }], { schemas });
    expect(performance.now() - started).toBeLessThan(10_000);
    const lines = text.split(/\r\n|\r|\n/);
    for (const one of findings) {
      found++;
      const width = (lines[one.line - 1] ?? "").length;
      if (one.line < 1 || one.line > lines.length || one.column < 1 || one.column > width + 2)
        expect(one, JSON.stringify(text)).toBe("within the text");
    }
  }
  expect(made).toBeGreaterThanOrEqual(bytes);
  expect(found).toBeGreaterThan(100);
}, 300_000);
