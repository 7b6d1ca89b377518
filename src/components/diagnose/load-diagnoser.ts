import { type Diagnoser, makeDiagnoser } from "../../diagnosis/diagnose.ts";
import type { DiagnosisData } from "../../diagnosis/story-index.ts";

/** Fetches the index of stories from the site itself, once. Takes the base path with a slash at both ends. Throws where it cannot be fetched. */
export async function loadDiagnoser(base: string): Promise<Diagnoser> {
  const response = await fetch(`${base}diagnosis.json`);
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}.`);
  const data = (await response.json()) as DiagnosisData;
  return makeDiagnoser(data.index, data.known);
}
