import { makeFinding } from "../../finding/make-finding.ts";
import type { Vocabulary } from "../../story/schema/vocabulary.ts";
import type { Check } from "../check.ts";

/**
 * Every category and component of the vocabulary is used by a story or a reference; the template does not count.
 * Providers are a closed list of where clusters run and may wait for their first story.
 */
export const check: Check = (library, { told }) => {
  const { value: vocabulary, document, file } = library.vocabulary;
  const stories = told.filter(({ folder }) => !folder.template);
  // A story whose facts cannot be read may use the word.
  const unread = library.stories.some(({ story }) => !story?.facts);
  if (!vocabulary || !document || unread || stories.length === 0) return [];
  const references = library.references.value?.references ?? [];
  const used: Record<Exclude<keyof Vocabulary, "providers">, Set<string>> = {
    categories: new Set([
      ...stories.map(({ facts }) => facts.category),
      ...references.flatMap(({ category }) => category ?? []),
    ]),
    components: new Set(
      [...stories, ...references.map((facts) => ({ facts }))].flatMap(({ facts }) => facts.components),
    ),
  };
  return (["categories", "components"] as const).flatMap((kind) =>
    Object.keys(vocabulary[kind])
      .filter((word) => !used[kind].has(word))
      .map((word) =>
        makeFinding({
          code: "vocabulary-unused-term",
          file,
          at: document.keyAt([kind, word]),
          message: `No story and no reference uses ${word} of ${kind}.`,
          fix: "Remove it; it can come back with the first story that needs it.",
        }),
      ),
  );
};
