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

/** The families whose phrases a text holds as whole words. Case and white space do not matter. */
export function familiesOf(text: string): Family[] {
  const plain = text.toLowerCase().replaceAll(/\s+/g, " ");
  return families.filter(({ phrases }) => phrases.some((phrase) => holdsPhrase(plain, phrase)));
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
