import type { Finding } from "../../finding/finding.ts";
import { makeFinding } from "../../finding/make-finding.ts";
import { nearestName } from "../../finding/nearest-name.ts";
import type { Vocabulary } from "../../story/schema/vocabulary.ts";
import type { YamlDocument, YamlPath } from "../../yaml/yaml-types.ts";
import type { Check } from "../check.ts";

/**
 * Stories and references use the words of the vocabulary, each once. A story whose other fields are wrong is looked at all
 * the same, so that one run shows every problem.
 */
export const check: Check = (library) => {
  const vocabulary = library.vocabulary.value;
  if (!vocabulary) return [];
  const findings: Finding[] = [];
  const see = (
    kind: keyof Vocabulary,
    word: string,
    file: string,
    document: YamlDocument,
    path: YamlPath,
  ) => {
    if (Object.hasOwn(vocabulary[kind], word)) return;
    const known = Object.keys(vocabulary[kind]);
    const near = nearestTerm(word, vocabulary[kind]);
    findings.push(
      makeFinding({
        code: "vocabulary-unknown-term",
        file,
        at: document.valueAt(path),
        message: `The vocabulary has no ${singular[kind]} "${word}"${near ? `; did you mean "${near}"?` : "."}`,
        fix: near
          ? `Write ${near}.`
          : known.length <= 20
            ? `Use one of: ${known.join(", ")}.`
            : `Use one of the ${kind} in ${library.vocabulary.file}, or add the word there with its meaning.`,
      }),
    );
  };
  for (const { story } of library.stories) {
    const { document, file } = story ?? {};
    if (!document || file === undefined) continue;
    const { category, provider, components } = document.value as Readonly<Record<string, unknown>>;
    if (typeof category === "string") see("categories", category, file, document, ["category"]);
    if (typeof provider === "string") see("providers", provider, file, document, ["provider"]);
    if (!Array.isArray(components)) continue;
    components.forEach((word: unknown, index) => {
      if (typeof word === "string") see("components", word, file, document, ["components", index]);
    });
  }
  const { value: references, document, file } = library.references;
  if (references && document) {
    references.references.forEach(({ category, components }, index) => {
      if (category !== undefined)
        see("categories", category, file, document, ["references", index, "category"]);
      components.forEach((word, place) => {
        see("components", word, file, document, ["references", index, "components", place]);
      });
    });
  }
  return findings;
};

/** The term somebody most likely meant: by its label, by the one id that has the word as a part, by its spelling. */
function nearestTerm(word: string, terms: Vocabulary[keyof Vocabulary]): string | undefined {
  const wanted = word.toLowerCase();
  const known = Object.keys(terms);
  const byPart = known.filter((id) => id.split("-").includes(wanted));
  return (
    known.find((id) => terms[id]?.label.toLowerCase() === wanted) ??
    (byPart.length === 1 ? byPart[0] : undefined) ??
    nearestName(word, known)
  );
}

const singular: Record<keyof Vocabulary, string> = {
  categories: "category",
  components: "component",
  providers: "provider",
};
