import type { StoryFolder } from "../story/library.ts";
import type { Symptom } from "../story/schema/symptom.ts";

/** The published lines that show a symptom, without blank ones at either end; empty where it names none. */
export function evidenceLines(folder: StoryFolder, { evidence }: Symptom): string[] {
  if (!evidence) return [];
  const file = folder.evidence.find((one) => one.file.endsWith(`/${evidence.file}`));
  if (!file) return [];
  const lines = file.text.split(/\r\n|\n|\r/);
  const [first = 1, last = first] = (evidence.lines ?? `1-${lines.length}`).split("-").map(Number);
  const shown = lines.slice(first - 1, last);
  while (shown.at(-1)?.trim() === "") shown.pop();
  while (shown[0]?.trim() === "") shown.shift();
  return shown;
}
