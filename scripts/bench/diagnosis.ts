// Measures holding 200 pasted lines against 500 stories, and how the index grows: node scripts/bench/diagnosis.ts
import { gzipSync } from "node:zlib";
import { diagnosableStories } from "../../src/checks/story-documents.ts";
import { buildStoryIndex } from "../../src/diagnosis/build-story-index.ts";
import { makeDiagnoser } from "../../src/diagnosis/diagnose.ts";
import { loadLibrary } from "../../src/story/load-library.ts";
import { pastedCases } from "../quality/cases.ts";
import { manyStories } from "./many-stories.ts";

const limit = { stories: 500, lines: 200, milliseconds: 50 };
const rounds = 40;
const told = diagnosableStories(loadLibrary(), { drafts: true });
const lines = pastedCases()
  .flatMap(({ text }) => text.split("\n"))
  .filter((line) => line.trim() !== "")
  .slice(0, limit.lines)
  .join("\n");

console.log("stories   index   compressed   ready    200 lines");
for (const count of [54, limit.stories, 5000]) {
  const stories = manyStories(told, count);
  const index = buildStoryIndex(stories.map(({ document }) => document));
  const json = JSON.stringify({ index, known: stories.map(({ known }) => known) });
  const start = performance.now();
  const parsed = JSON.parse(json) as { index: typeof index };
  const diagnose = makeDiagnoser(
    parsed.index,
    stories.map(({ known }) => known),
  );
  const ready = performance.now() - start;
  // Processor time of the fastest round: what it takes where nothing else runs.
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    diagnose(lines);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  const fastest = Math.min(...times);
  console.log(
    `${String(count).padStart(7)}${(json.length / 1e3).toFixed(0).padStart(6)} kB${(gzipSync(json).length / 1e3).toFixed(0).padStart(9)} kB${ready.toFixed(0).padStart(7)} ms${fastest.toFixed(1).padStart(9)} ms`,
  );
  if (count === limit.stories && fastest > limit.milliseconds) {
    console.error(`More than ${limit.milliseconds} ms for ${limit.lines} lines against ${count} stories.`);
    process.exitCode = 1;
  }
}
