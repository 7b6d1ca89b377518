/** A symptom of a story, as far as diagnosis needs it. */
export interface DocumentSymptom {
  observed: string;
  signature?: string;
  /** Published lines that show it. */
  evidence: readonly string[];
  check?: { command: string; expect: string };
  /** What would mean that it is not this. */
  rulesOut?: string;
}

/** A story as diagnosis reads it: a few fields of text. */
export interface StoryDocument {
  id: string;
  title: string;
  summary: string;
  /** Names of components, category and provider. */
  terms: readonly string[];
  symptoms: readonly DocumentSymptom[];
  /** Searches that must find the story, in its author's words. */
  queries: readonly string[];
  /** Trigger, root cause and what contributed. */
  causes: readonly string[];
  /** What was done and what to do: mitigation, fix, prevention, dead ends, impact. */
  responses: readonly string[];
  /** The story as told. */
  prose: string;
}
