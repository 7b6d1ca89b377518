import type { LoadedText, StoryFolder } from "../story/library.ts";
import type { Symptom } from "../story/schema/symptom.ts";
import type { WellFormed } from "../story/well-formed.ts";

/** What a symptom says of its evidence, as far as it is well formed. */
export type ClaimedEvidence = WellFormed<NonNullable<Symptom["evidence"]>>;

/** A line of evidence, with its 1-based number. */
export interface EvidenceLine {
  line: number;
  text: string;
}

/** Lines of a file of evidence; a line break at its end starts no further line. */
export function evidenceLines(file: LoadedText): EvidenceLine[] {
  const lines = file.text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === "") lines.pop();
  return lines.map((text, index) => ({ line: index + 1, text }));
}

/** The file of evidence a symptom names, in its story. */
export function evidenceFile(folder: StoryFolder, name: string | undefined): LoadedText | undefined {
  return name === undefined ? undefined : folder.evidence.find(({ file }) => file.endsWith(`/${name}`));
}

/** First and last line a symptom claims; nothing where it claims the whole file. */
export function claimedRange(evidence: ClaimedEvidence): { from: number; to: number } | undefined {
  if (evidence.lines === undefined) return undefined;
  const [from = "1", to = from] = evidence.lines.split("-");
  return { from: Number(from), to: Number(to) };
}

/** The lines a symptom claims that exist and say something; none where it is not known which it claims. */
export function claimedLines(folder: StoryFolder, evidence: ClaimedEvidence): EvidenceLine[] {
  const file = evidenceFile(folder, evidence.file);
  if (!file?.readable || ("lines" in evidence && evidence.lines === undefined)) return [];
  const range = claimedRange(evidence);
  return evidenceLines(file).filter(
    ({ line, text }) => text.trim() !== "" && (!range || (line >= range.from && line <= range.to)),
  );
}
