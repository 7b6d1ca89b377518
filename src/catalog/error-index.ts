import { diagnosableStories } from "../checks/story-documents.ts";
import { reasons, storiesWith } from "../diagnosis/reasons/index.ts";
import type { Reason, ReasonKind } from "../diagnosis/reasons/reason.ts";
import type { StoryDocument } from "../diagnosis/story-document.ts";
import { dropVariableParts } from "../diagnosis/variable-parts.ts";
import { library } from "./library.ts";
import { listStories, type StoryView } from "./stories.ts";

/** An error message or reason, and the stories in which it was seen. */
export interface ErrorEntry {
  text: string;
  /** A template of a line, a published line, or a name Kubernetes reports. */
  kind: "signature" | "line" | "reason";
  stories: StoryView[];
}

/** The entries of one letter. */
export interface ErrorLetter {
  /** A to Z, or 0–9. */
  letter: string;
  /** Name that an address can carry: a, digits. */
  anchor: string;
  entries: ErrorEntry[];
}

/** A reason with the stories about it; none where its story is wanted. */
export interface CoveredReason {
  reason: Reason;
  stories: StoryView[];
}

/** Longest published line that is listed; longer ones are excerpts of logs. */
const longestLine = 240;

/** All error messages and reasons the stories know, from A to Z. */
export async function listErrors(): Promise<ErrorLetter[]> {
  const views = new Map((await listStories()).map((story) => [story.id, story]));
  const entries = new Map<string, ErrorEntry>();
  const add = (text: string, kind: ErrorEntry["kind"], ids: readonly string[]) => {
    const stories = ids.flatMap((id) => views.get(id) ?? []);
    const key = dropVariableParts(text).toLowerCase();
    const known = entries.get(key);
    if (stories.length === 0) return;
    if (!known) entries.set(key, { text, kind, stories });
    else known.stories.push(...stories.filter((story) => !known.stories.includes(story)));
  };
  const documents = storyDocuments();
  for (const { id, symptoms } of documents)
    for (const { signature, evidence } of symptoms) {
      if (signature !== undefined) add(signature, "signature", [id]);
      else for (const line of evidence) if (line.length <= longestLine) add(line, "line", [id]);
    }
  for (const reason of reasons)
    if (reason.kind !== "exit-code") add(reason.name, "reason", storiesWith(reason, documents));
    else add(`exit code ${reason.name}`, "reason", storiesWith(reason, documents));
  const letters = new Map<string, ErrorEntry[]>();
  for (const entry of [...entries.values()].sort((a, b) => compare(sortKey(a.text), sortKey(b.text)))) {
    const letter = letterOf(entry.text);
    letters.set(letter, [...(letters.get(letter) ?? []), entry]);
  }
  return [...letters].map(([letter, list]) => ({
    letter,
    anchor: letter === "0–9" ? "digits" : letter.toLowerCase(),
    entries: list,
  }));
}

/** Every state, reason and exit code on the list of Kubernetes' own, by kind, with the stories about it. */
export async function listCoverage(): Promise<{ kind: ReasonKind; reasons: CoveredReason[] }[]> {
  const views = new Map((await listStories()).map((story) => [story.id, story]));
  const documents = storyDocuments();
  const kinds: readonly ReasonKind[] = ["container", "pod", "node", "event", "exit-code"];
  return kinds.map((kind) => ({
    kind,
    reasons: reasons
      .filter((reason) => reason.kind === kind)
      .map((reason) => ({
        reason,
        stories: storiesWith(reason, documents).flatMap((id) => views.get(id) ?? []),
      })),
  }));
}

function storyDocuments(): StoryDocument[] {
  return diagnosableStories(library()).map(({ document }) => document);
}

/** What an entry is sorted by: its letters and digits, whatever stands before them. */
function sortKey(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function letterOf(text: string): string {
  const first = sortKey(text)[0]?.toUpperCase() ?? "";
  return /[A-Z]/.test(first) ? first : "0–9";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
