import type { SchemaSource } from "../kube/schema-types.ts";
import type { GuardrailFolder, Library } from "../story/library.ts";
import { parseProse } from "../story/parse-prose.ts";
import type { CheckContext, ProseText, ToldStory } from "./check.ts";
import { compileGuardrails } from "./compile-guardrails.ts";
import { secretlintCredentials } from "./leaked-credential/secretlint-rules.ts";
import { libraryFiles } from "./library-files.ts";
import { guardrailsOf } from "./prove-story.ts";
import { isStoryWanted } from "./wanted-story.ts";

/**
 * Gathers the facts of a library that can be used, and reads the prose and compiles the guardrails that findings in the
 * wanted files need.
 */
export function makeContext(
  library: Library,
  schemas: SchemaSource,
  wanted: (file: string) => boolean = () => true,
): CheckContext {
  const told: ToldStory[] = [];
  const texts: ProseText[] = [];
  for (const folder of library.stories) {
    const { story } = folder;
    if (!story) continue;
    if (story.document) told.push({ folder, facts: story.known, document: story.document, file: story.file });
    if (!wanted(story.file)) continue;
    const frontMatterLength = story.text.length - story.body.length;
    texts.push({
      prose: parseProse(story.text, frontMatterLength, story.file),
      text: story.text,
      frontMatterLength,
      story: { ...folder, story },
    });
  }
  for (const collection of library.collections) {
    if (!wanted(collection.file)) continue;
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
    guardrails: compileGuardrails({ guardrails: neededGuardrails(library, told, wanted) }),
    told,
    texts,
    files: libraryFiles(library).filter(({ file }) => wanted(file)),
    wanted,
    credentials: secretlintCredentials,
  };
}

/** Guardrails with a wanted file, or named by a story with one. */
function neededGuardrails(
  { guardrails }: Library,
  told: readonly ToldStory[],
  wanted: (file: string) => boolean,
): GuardrailFolder[] {
  const named = new Set(
    told.filter(({ folder }) => isStoryWanted(folder, wanted)).flatMap(({ facts }) => guardrailsOf(facts)),
  );
  return guardrails.filter(
    ({ id, policy, fail, pass }) =>
      named.has(id) || [policy, fail, pass].some((text) => text !== undefined && wanted(text.file)),
  );
}
