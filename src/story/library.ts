import type { Finding } from "../finding/finding.ts";
import type { YamlDocument } from "../yaml/yaml-types.ts";
import type { DeniedWord } from "./deny-list.ts";
import type { ParsedStory } from "./parse-story.ts";
import type { CollectionFacts } from "./schema/collection.ts";
import type { LibrarySettings } from "./schema/library.ts";
import type { References } from "./schema/reference.ts";
import type { Vocabulary } from "./schema/vocabulary.ts";

/** A text file of the library. */
export interface LoadedText {
  /** Path as the author would type it. */
  file: string;
  /** Its content; empty where it could not be read as text (a finding says why). */
  text: string;
  /** Whether it could be read as text. */
  readable: boolean;
}

/** One folder of content/stories. */
export interface StoryFolder {
  /** The folder's name: the story's permanent id. */
  id: string;
  /** Path of the folder. */
  folder: string;
  /** Whether it is the template, checked like any story and never published. */
  template: boolean;
  /** story.mdx, read; absent where the file is missing. */
  story?: ParsedStory;
  broken?: LoadedText;
  fixed?: LoadedText;
  /** Files of evidence/, by the path a symptom names: evidence/events.txt. */
  evidence: LoadedText[];
}

/** One folder of content/guardrails. */
export interface GuardrailFolder {
  id: string;
  folder: string;
  policy?: LoadedText;
  fail?: LoadedText;
  pass?: LoadedText;
}

/** One file of content/collections. */
export interface LoadedCollection {
  id: string;
  file: string;
  text: string;
  facts?: CollectionFacts;
  document?: YamlDocument;
  body: string;
  bodyLine: number;
}

/** A file that holds one YAML document of a known form. */
export interface LoadedData<Value> {
  file: string;
  /** Its content, where it could be read as text. */
  text?: string;
  value?: Value;
  document?: YamlDocument;
}

/** All that content/ holds, as far as it could be read, and what was wrong with reading it. */
export interface Library {
  /** Path of the content folder. */
  root: string;
  settings: LoadedData<LibrarySettings>;
  vocabulary: LoadedData<Vocabulary>;
  references: LoadedData<References>;
  stories: StoryFolder[];
  guardrails: GuardrailFolder[];
  collections: LoadedCollection[];
  /** Words that no file may hold, where the library has a list of them. */
  denyList?: DeniedWord[];
  findings: Finding[];
}
