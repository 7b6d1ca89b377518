// Judges 5,000 Deployments by every guardrail of the library and compares that with reading them.
// node scripts/bench/guardrail.ts
import { readdirSync, readFileSync } from "node:fs";
import { compilePolicies } from "../../src/guardrail/compile-policy.ts";
import { scanObjects } from "../../src/guardrail/scan-objects.ts";
import { parseManifests } from "../../src/kube/parse-manifests.ts";
import { resourceOf } from "../../src/kube/resource-names.ts";
import { deploymentText } from "./deployment-text.ts";

const count = 5000;
const rounds = 3;
const folder = "content/guardrails";
const policies = readdirSync(folder).flatMap((id) => {
  const file = `${folder}/${id}/policy.yaml`;
  return compilePolicies(parseManifests(readFileSync(file, "utf8"), { file }).objects).policies;
});
const texts = Array.from({ length: count }, (_, index) => deploymentText(index));

const read = () =>
  texts.flatMap((text, index) => parseManifests(text, { file: `deployment-${index}.yaml` }).objects);
const time = <T>(work: () => T): { result: T; milliseconds: number } => {
  const start = performance.now();
  const result = work();
  return { result, milliseconds: performance.now() - start };
};

let reading = Number.POSITIVE_INFINITY;
let judging = Number.POSITIVE_INFINITY;
let findings = 0;
for (let round = 0; round < rounds; round++) {
  // Read anew each time: what an object is to CEL is kept with it.
  const { result: objects, milliseconds } = time(read);
  reading = Math.min(reading, milliseconds);
  const judged = time(() => scanObjects(policies, objects, { resourceOf }));
  judging = Math.min(judging, judged.milliseconds);
  findings = judged.result.length;
}
console.log(`${count} Deployments, ${policies.length} policies, ${findings} findings`);
console.log(`read     ${reading.toFixed(0)} ms`);
console.log(
  `judge    ${judging.toFixed(0)} ms (${((judging * 1000) / count / policies.length).toFixed(2)} µs a decision)`,
);
console.log(`ratio    ${((reading + judging) / reading).toFixed(2)} of reading alone`);
