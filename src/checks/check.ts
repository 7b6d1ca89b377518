import type { Finding } from "../finding/finding.ts";
import type { SchemaSource } from "../kube/schema-types.ts";
import type { Library, LoadedCollection, StoryFolder } from "../story/library.ts";
import type { ParsedStory } from "../story/parse-story.ts";
import type { Prose } from "../story/prose-types.ts";
import type { StoryFacts } from "../story/schema/story.ts";
import type { WellFormed } from "../story/well-formed.ts";
import type { YamlDocument } from "../yaml/yaml-types.ts";
import type { CompiledGuardrail } from "./compile-guardrails.ts";
import type { FoundCredential } from "./leaked-credential/credential-shapes.ts";
import type { LibraryFile } from "./library-files.ts";

/** A story whose front matter can be read, be it in parts. */
export interface ToldStory {
  folder: StoryFolder;
  /** The facts that are well formed: a check that needs another says nothing, for what is wrong with it has been said. */
  facts: WellFormed<StoryFacts>;
  /** Front matter, for the place of any field. */
  document: YamlDocument;
  file: string;
}

/** Prose of a story or a collection, with what it belongs to. */
export interface ProseText {
  prose: Prose;
  text: string;
  /** Number of characters before the prose. */
  frontMatterLength: number;
  story?: StoryFolder & { story: ParsedStory };
  collection?: LoadedCollection;
}

/** What a check may use beside the library itself; made once for a run. */
export interface CheckContext {
  schemas: SchemaSource;
  /** Every guardrail that has a policy, compiled, by its id; of those that only unwanted files need, none. */
  guardrails: ReadonlyMap<string, CompiledGuardrail>;
  /** Every story whose front matter can be read, the template among them. */
  told: readonly ToldStory[];
  /** All prose that findings are wanted of, read once. */
  texts: readonly ProseText[];
  /** Every text file that findings are wanted of, as written. */
  files: readonly LibraryFile[];
  /** Whether findings in a file are wanted; a check may pass over the others where that saves time. */
  wanted: (file: string) => boolean;
  /** Finds the credentials of many providers in a text; absent where their rules are not at hand, as in a browser. */
  credentials?: (text: string) => FoundCredential[];
}

/** One rule: looks at the whole library and gives what is wrong. It decides and never prints. */
export type Check = (library: Library, context: CheckContext) => Finding[];
