// Gives the checker a million bytes of nonsense and says how long the slowest piece took.
// node scripts/bench/fuzz.ts [BYTES] [SEED]
import { loadSchemas } from "../../src/kube/schemas/load-schemas.ts";
import { validateManifests } from "../../src/kube/validate-manifests.ts";
import { decodeText } from "../../src/yaml/decode-text.ts";
import { fuzzed } from "../../tests/corpus/fuzz.ts";
import { readCorpus } from "../../tests/corpus/read-corpus.ts";

const total = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? 1);
const limit = 10_000;
const texts = [...readCorpus("valid"), ...readCorpus("faults")].map(({ text }) => text);
const schemas = loadSchemas();
let bytes = 0;
let pieces = 0;
let findings = 0;
let slowest = 0;
for (const piece of fuzzed(texts, total, seed)) {
  bytes += piece.length;
  pieces++;
  const start = performance.now();
  const { text } = decodeText(piece, "fuzz.yaml");
  if (text !== undefined) {
    findings += validateManifests([{ text, origin: { file: "fuzz.yaml" } }], { schemas }).findings.length;
  }
  slowest = Math.max(slowest, performance.now() - start);
}
console.log(`fuzz         ${bytes} bytes in ${pieces} pieces, ${findings} findings, none threw`);
console.log(`slowest      ${slowest.toFixed(0)} ms (at most ${limit} ms)`);
if (slowest > limit) process.exitCode = 1;
