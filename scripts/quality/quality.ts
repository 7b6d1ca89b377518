// Prints how well pasted texts and searches find their stories: node scripts/quality/quality.ts [--misses] [--update]
// --misses names the cases that were not answered as they should be; --update writes what came out to the baseline.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { diagnosisQuality } from "./diagnosis.ts";
import type { Miss, Recall } from "./measure.ts";

const baselineFile = "tests/search/baseline.json";
const { values } = parseArgs({
  options: { misses: { type: "boolean", default: false }, update: { type: "boolean", default: false } },
});

const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8);
const row = (name: string, { cases, leftOut, recall1, recall3, noResult }: Recall) =>
  `${name.padEnd(34)}${String(cases).padStart(6)}${percent(recall1)}${percent(recall3)}${percent(noResult)}${leftOut > 0 ? `   ${leftOut} left out` : ""}`;

console.log(`${"".padEnd(34)} cases   first  in three   none`);
const { quality, misses, wrong } = await diagnosisQuality();
console.log(row("diagnosis, pasted texts", quality.pasted));
console.log(row("diagnosis, held out", quality.heldOut));
console.log(row("diagnosis, stories' own queries", quality.queries));
for (const [name, { cases, falseConfident }] of [
  ["foreign, named as exact or likely", quality.foreign],
  ["foreign, held out", quality.foreignHeldOut],
] as const)
  console.log(`${name.padEnd(34)}${String(cases).padStart(6)}${percent(falseConfident)}`);
if (values.misses) printMisses(misses, wrong);
const baseline: Record<string, unknown> = existsSync(baselineFile)
  ? (JSON.parse(readFileSync(baselineFile, "utf8")) as Record<string, unknown>)
  : {};
if (values.update) {
  baseline["diagnosis"] = quality;
  writeFileSync(baselineFile, `${JSON.stringify(baseline, null, 2)}\n`);
  console.log(`\nWrote ${baselineFile}.`);
}

function printMisses(missed: readonly Miss[], sure: readonly string[]): void {
  for (const { name, text, wanted, got, place } of missed)
    console.log(
      `\n${name}: wanted ${wanted} (${place === 0 ? "not found" : `place ${place}`}), got ${got}\n  ${text.slice(0, 160).replaceAll("\n", "\n  ")}`,
    );
  for (const one of sure) console.log(`\nforeign and named: ${one}`);
}
