import type { SignatureEntry } from "./signature-index.ts";

/** What ranking knows of the stories: made once a build, read by browser and terminal alike. Plain JSON. */
export interface StoryIndex {
  version: 1;
  /** Ids of the stories; everywhere else a story is its place in this list. */
  stories: readonly string[];
  /**
   * The stories that hold a word, by word: pairs of story and weight. A weight is the word's worth in that story, from
   * 0 to 127, doubled; one more where the word stands in what people saw rather than in the telling of it.
   */
  words: Readonly<Record<string, readonly number[]>>;
  /** Families a story belongs to, in the same form. */
  families: Readonly<Record<string, readonly number[]>>;
  /** Lines and searches a story is known by: the story, then its words, each by its place among the keys of `words`. */
  phrases: readonly (readonly number[])[];
}

/** What is shown of a story, and what recognises it exactly. */
export interface KnownStory {
  id: string;
  title: string;
  summary: string;
  signatures: readonly SignatureEntry[];
  /** What would mean that it is not this story, most telling symptom first. */
  rulesOut: readonly { observed: string; command?: string; rulesOut: string }[];
}

/** Everything diagnosis needs, in one document. */
export interface DiagnosisData {
  version: 1;
  index: StoryIndex;
  known: readonly KnownStory[];
}
