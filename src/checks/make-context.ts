import type { SchemaSource } from "../kube/schema-types.ts";
import type { Library } from "../story/library.ts";
import { parseProse } from "../story/parse-prose.ts";
import type { CheckContext, ProseText, ToldStory } from "./check.ts";
import { compileGuardrails } from "./compile-guardrails.ts";
import { secretlintCredentials } from "./leaked-credential/secretlint-rules.ts";
import { libraryFiles } from "./library-files.ts";

/** Reads all prose of a library, compiles its guardrails, and gathers the stories whose facts can be used. */
export function makeContext(library: Library, schemas: SchemaSource): CheckContext {
  const told: ToldStory[] = [];
  const texts: ProseText[] = [];
  for (const folder of library.stories) {
    const { story } = folder;
    if (!story) continue;
    if (story.facts && story.document)
      told.push({ folder, facts: story.facts, document: story.document, file: story.file });
    const frontMatterLength = story.text.length - story.body.length;
    texts.push({
      prose: parseProse(story.text, frontMatterLength, story.file),
      text: story.text,
      frontMatterLength,
      story: { ...folder, story },
    });
  }
  for (const collection of library.collections) {
    const frontMatterLength = collection.text.length - collection.body.length;
    texts.push({
      prose: parseProse(collection.text, frontMatterLength, collection.file),
      text: collection.text,
      frontMatterLength,
      collection,
    });
  }
  return {
    schemas,
    guardrails: compileGuardrails(library),
    told,
    texts,
    files: libraryFiles(library),
    credentials: secretlintCredentials,
  };
}
