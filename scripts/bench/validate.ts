// Compares checking 5,000 Deployments with what the yaml package alone needs to parse them.
// node scripts/bench/validate.ts
import { parseAllDocuments } from "yaml";
import { loadSchemas } from "../../src/kube/schemas/load-schemas.ts";
import { validateManifests } from "../../src/kube/validate-manifests.ts";
import { deploymentText } from "./deployment-text.ts";

const count = 5000;
const rounds = 3;
const limits = { ratio: 1.6, megabytes: 400 };
const texts = Array.from({ length: count }, (_, index) => deploymentText(index));
const files = texts.map((text, index) => ({ text, origin: { file: `deployment-${index}.yaml` } }));

const parse = () => {
  for (const text of texts) parseAllDocuments(text);
};
const check = () => {
  const { findings, resources } = validateManifests(files, { schemas: loadSchemas() });
  if (findings.length > 0 || resources.length !== count) {
    throw new Error(`expected ${count} valid objects, got ${JSON.stringify(findings[0])}`);
  }
};
/** Time of the processor, which other work on the machine does not lengthen. */
const time = (work: () => void): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

time(parse);
time(check);
let parsing = Number.POSITIVE_INFINITY;
let checking = Number.POSITIVE_INFINITY;
// In turns, so that a busy moment of the machine hits both.
for (let round = 0; round < rounds; round++) {
  parsing = Math.min(parsing, time(parse));
  checking = Math.min(checking, time(check));
}
const ratio = checking / parsing;
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(`${count} Deployments, ${(texts.join("").length / 1e6).toFixed(1)} MB`);
console.log(`yaml alone   ${parsing.toFixed(0)} ms`);
console.log(`validate     ${checking.toFixed(0)} ms`);
console.log(`ratio        ${ratio.toFixed(2)} (at most ${limits.ratio})`);
console.log(`memory       ${megabytes.toFixed(0)} MB at most, both together (at most ${limits.megabytes})`);
if (ratio > limits.ratio || megabytes > limits.megabytes) process.exitCode = 1;
