import { LineIndex } from "../../finding/line-index.ts";
import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";
import { givenNames } from "./given-names.ts";

/** Words that lay a fault at a door. */
const fault =
  /\b(?:caused|forgot(?:ten)?|neglected|overlooked|blundered|botched|broke|ruined|messed up|screwed up|failed to|should have known|(?:was|were) (?:to blame|at fault|careless|negligent|incompetent|sloppy|fired|sacked)|(?:by|his|her|their) mistake|mistakenly|carelessly|(?:made|with) (?:a|the|an?) (?:mistake|error|blunder)|(?:mistake|fault|negligence|carelessness|blunder) (?:of|by|was made by))\b/i;

/** One person in a team, without a name. */
const somebody =
  /\b(?:an?|the|our|one|this|that) (?:(?:junior|senior|new|lazy|careless|tired|inexperienced) ){0,2}(?:engineer|developer|operator|admin|administrator|intern|contractor|colleague|employee|sysadmin|sre)\b/i;

/**
 * No sentence puts a person's name, or one person of a team, next to a word of fault: systems, defaults and incentives
 * fail, and people who published deserve thanks. A warning, since a name may stand there for another reason.
 */
export const check: Check = (_library, { files }) =>
  files.flatMap(({ file, text, story }) => {
    if (story === undefined || !file.endsWith(".mdx")) return [];
    const lines = new LineIndex(text);
    return sentences(text).flatMap(({ offset, sentence }) => {
      const wrong = fault.exec(sentence);
      const person = wrong && personIn(sentence);
      if (!wrong || !person) return [];
      const at = lines.at(offset + person.index);
      return [
        makeFinding({
          code: "blame-person",
          file,
          at: { ...at, endLine: at.line, endColumn: at.column + person.name.length },
          message: `"${person.name}" stands in one sentence with "${wrong[0].replace(/\s+/g, " ")}".`,
          fix: "Say what the system let happen, and leave out who was there.",
        }),
      ];
    });
  });

/** Sentences of a text; a field of front matter is one by itself, and who wrote or named a source is not looked at. */
function sentences(text: string): { offset: number; sentence: string }[] {
  return [...text.matchAll(/(?:[^.!?\n]|[.!?](?=\S)|\n(?!\s*(?:\n|- |[a-z][A-Za-z]*:)))+/g)]
    .map(({ index, 0: sentence }) => ({ offset: index, sentence }))
    .filter(({ sentence }) => !/^\s+(?:- )?(?:author|title|url):/.test(sentence));
}

/** A given name with the surname behind it; or one person of a team. */
function personIn(sentence: string): { index: number; name: string } | undefined {
  for (const { index, 0: given } of sentence.matchAll(
    /(?<![\p{L}\p{N}_/.@-])\p{Lu}\p{Ll}+(?![\p{L}\p{N}_/@-])/gu,
  )) {
    if (!givenNames.has(given)) continue;
    const surname = /^ \p{Lu}[\p{L}'-]+/u.exec(sentence.slice(index + given.length))?.[0] ?? "";
    return { index, name: given + surname };
  }
  const found = somebody.exec(sentence);
  return found ? { index: found.index, name: found[0] } : undefined;
}
