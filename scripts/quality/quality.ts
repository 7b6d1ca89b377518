// Prints how well pasted texts and searches find their stories: node scripts/quality/quality.ts [--misses] [--update]
// --misses names the cases that were not answered as they should be; --update writes what came out to the baseline.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { indexFolder } from "../../src/search/fields.ts";
import { diagnosisQuality } from "./diagnosis.ts";
import type { Miss, Recall } from "./measure.ts";
import { plainPagefind } from "./plain-pagefind.ts";
import { openIndex, type SearchQuality, searchQuality, siteFinder } from "./search.ts";

const baselineFile = "tests/search/baseline.json";
const { values } = parseArgs({
  options: { misses: { type: "boolean", default: false }, update: { type: "boolean", default: false } },
});

const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8);
const row = (name: string, { cases, leftOut, recall1, recall3, noResult }: Recall) =>
  `${name.padEnd(40)}${String(cases).padStart(6)}${percent(recall1)}${percent(recall3)}${percent(noResult)}${leftOut > 0 ? `   ${leftOut} left out` : ""}`;

console.log(`${"".padEnd(40)} cases   first  in three   none`);
const { quality, misses, wrong } = await diagnosisQuality();
console.log(row("diagnosis, pasted texts", quality.pasted));
console.log(row("diagnosis, held out", quality.heldOut));
console.log(row("diagnosis, stories' own queries", quality.queries));
for (const [name, { cases, falseConfident }] of [
  ["foreign, named as exact or likely", quality.foreign],
  ["foreign, held out", quality.foreignHeldOut],
] as const)
  console.log(`${name.padEnd(40)}${String(cases).padStart(6)}${percent(falseConfident)}`);
const allMisses = [...misses];
const dist = resolve(process.env["HORROR_DIST"] ?? "dist");
let search: SearchQuality | undefined;
if (existsSync(join(dist, indexFolder))) {
  const site = await searchQuality(siteFinder(await openIndex(dist)));
  const pagefind = await plainPagefind(dist);
  const plain = await searchQuality(pagefind.find);
  await pagefind.end();
  search = site.quality;
  allMisses.push(...site.misses.map((miss) => ({ ...miss, name: `search, ${miss.name}` })));
  for (const [name, set] of [
    ["pasted texts", "pasted"],
    ["held out", "heldOut"],
    ["stories' own queries", "queries"],
  ] as const) {
    console.log(row(`search, ${name}`, site.quality[set]));
    console.log(row(`plain Pagefind, ${name}`, plain.quality[set]));
  }
} else console.log("There is no built site, so search is left out; npm run build makes one.");
if (values.misses) printMisses(allMisses, wrong);
const baseline: Record<string, unknown> = existsSync(baselineFile)
  ? (JSON.parse(readFileSync(baselineFile, "utf8")) as Record<string, unknown>)
  : {};
if (values.update) {
  baseline["diagnosis"] = quality;
  if (search) baseline["search"] = search;
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
