// Counts what the manifest checker finds: nothing in valid manifests, and faults that were put into them.
// node scripts/bench/manifests.ts [COUNT OF EACH KIND]
import { loadSchemas } from "../../src/kube/schemas/load-schemas.ts";
import { validateManifests } from "../../src/kube/validate-manifests.ts";
import { measureMutations } from "../../tests/corpus/measure.ts";
import { readCorpus } from "../../tests/corpus/read-corpus.ts";

const perKind = Number(process.argv[2] ?? 300);
const seed = 1;
const least = { refused: 0.99, onTheLine: 0.95 };
const files = readCorpus("valid");
const { findings, resources } = validateManifests(files, { schemas: loadSchemas(), references: false });
const errors = findings.filter((one) => one.severity === "error").length;
const kinds = new Set(resources.map((one) => `${one.apiVersion} ${one.kind}`)).size;
console.log(`corpus       ${resources.length} valid objects of ${kinds} kinds, ${errors} false errors`);

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`;
let count = 0;
let refused = 0;
let onTheLine = 0;
for (const one of measureMutations(files, perKind, seed)) {
  count += one.count;
  refused += one.refused;
  onTheLine += one.onTheLine;
  console.log(
    `${one.kind.padEnd(24)}${String(one.count).padStart(5)} tried, ${percent(one.refused, one.count)} refused, ${percent(one.onTheLine, one.refused)} on the line`,
  );
  for (const miss of one.misses) console.log(`  ${miss}`);
}
console.log(`mutations    ${count}, ${percent(refused, count)} refused (at least ${100 * least.refused} %)`);
console.log(`on the line  ${percent(onTheLine, refused)} (at least ${100 * least.onTheLine} %)`);
if (errors > 0 || refused / count < least.refused || onTheLine / refused < least.onTheLine)
  process.exitCode = 1;
