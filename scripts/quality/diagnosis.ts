import { diagnosableStories } from "../../src/checks/story-documents.ts";
import { buildStoryIndex } from "../../src/diagnosis/build-story-index.ts";
import { type Diagnoser, makeDiagnoser } from "../../src/diagnosis/diagnose.ts";
import { loadLibrary } from "../../src/story/load-library.ts";
import { foreignCases, heldOutCases, pastedCases, queryCases } from "./cases.ts";
import { type Miss, measureFalseConfidence, measureRecall, type Recall } from "./measure.ts";

/** What diagnosis comes to on each set of cases. */
export interface DiagnosisQuality {
  pasted: Recall;
  heldOut: Recall;
  queries: Recall;
  foreign: { cases: number; falseConfident: number };
  foreignHeldOut: { cases: number; falseConfident: number };
}

/** A diagnoser over all stories of the library, drafts included, with the ids and queries of the stories. */
export function libraryDiagnoser(): {
  diagnose: Diagnoser;
  stories: { id: string; queries: readonly string[] }[];
} {
  const stories = diagnosableStories(loadLibrary(), { drafts: true });
  return {
    diagnose: makeDiagnoser(
      buildStoryIndex(stories.map(({ document }) => document)),
      stories.map(({ known }) => known),
    ),
    stories: stories.map(({ document: { id, queries } }) => ({ id, queries })),
  };
}

/** Measures diagnosis on the committed cases. */
export async function diagnosisQuality(): Promise<{
  quality: DiagnosisQuality;
  misses: Miss[];
  wrong: string[];
}> {
  const { diagnose, stories } = libraryDiagnoser();
  const known = new Set(stories.map(({ id }) => id));
  const find = (text: string) => diagnose(text, { limit: 10 }).matches.map(({ story }) => story);
  const sure = (text: string) => diagnose(text).sure;
  const pasted = await measureRecall(find, pastedCases(), known);
  const heldOut = await measureRecall(find, heldOutCases(), known);
  const queries = await measureRecall(find, queryCases(stories), known);
  const foreign = foreignCases();
  const made = measureFalseConfidence(sure, foreign.made);
  const strange = measureFalseConfidence(sure, foreign.heldOut);
  return {
    quality: {
      pasted: pasted.recall,
      heldOut: heldOut.recall,
      queries: queries.recall,
      foreign: { cases: made.cases, falseConfident: made.falseConfident },
      foreignHeldOut: { cases: strange.cases, falseConfident: strange.falseConfident },
    },
    misses: [...pasted.misses, ...heldOut.misses, ...queries.misses],
    wrong: [...made.wrong, ...strange.wrong].map(({ name, text }) => `${name}: ${text.slice(0, 100)}`),
  };
}
