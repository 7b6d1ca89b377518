import { controlPlaneFamilies } from "./control-plane.ts";
import type { Family } from "./family.ts";
import { networkFamilies } from "./network.ts";
import { nodeFamilies } from "./nodes.ts";
import { workloadFamilies } from "./workloads.ts";

/** All families of errors. */
export const families: readonly Family[] = [
  ...workloadFamilies,
  ...nodeFamilies,
  ...controlPlaneFamilies,
  ...networkFamilies,
];

/** Every phrase with its family, by the phrase's first word: a line without that word cannot hold it. */
const byFirstWord = new Map<string, { family: Family; phrase: string }[]>();
for (const family of families)
  for (const phrase of family.phrases) {
    const [word = ""] = wordsIn(phrase);
    const list = byFirstWord.get(word);
    if (list) list.push({ family, phrase });
    else byFirstWord.set(word, [{ family, phrase }]);
  }

/** The families whose phrases a text holds as whole words, in the order of the list. Case and white space do not matter. */
export function familiesOf(text: string): Family[] {
  const plain = text.toLowerCase().replaceAll(/\s+/g, " ");
  const found = new Set<Family>();
  for (const word of new Set(wordsIn(plain)))
    for (const { family, phrase } of byFirstWord.get(word) ?? [])
      if (!found.has(family) && holdsPhrase(plain, phrase)) found.add(family);
  return found.size < 2 ? [...found] : families.filter((family) => found.has(family));
}

function wordsIn(text: string): string[] {
  return text.match(/[a-z0-9]+/g) ?? [];
}

/** Whether a text in lower case holds a phrase that does not begin or end within a word. */
export function holdsPhrase(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const inside =
      (isWord(phrase.charCodeAt(0)) && isWord(text.charCodeAt(at - 1))) ||
      (isWord(phrase.charCodeAt(phrase.length - 1)) && isWord(text.charCodeAt(at + phrase.length)));
    if (!inside) return true;
  }
  return false;
}

function isWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}
