import { LineIndex } from "../../finding/line-index.ts";
import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";
import { type HiddenCharacter, hiddenCharacters } from "./hidden-characters.ts";

/** So many are shown of one file; a text with more of them is not worth mending one by one. */
const maxShown = 20;

/** No text of the library holds a character that changes what a reader sees without being seen itself. */
export const check: Check = (_library, { files }) =>
  files.flatMap(({ file, text, yamlLength }) => {
    const found = hiddenCharacters(text).filter(({ offset, control }) => !control || offset >= yamlLength);
    if (found.length === 0) return [];
    const lines = new LineIndex(text);
    return found.slice(0, maxShown).map(({ offset, length, ...hidden }) => {
      const at = lines.at(offset);
      return makeFinding({
        code: "text-hidden-character",
        file,
        at: { ...at, endLine: at.line, endColumn: at.column + length },
        message: describe(hidden),
        fix: "Remove it; retype the word if it came from a web page or a terminal.",
      });
    });
  });

function describe({ codePoint, escaped, what }: Omit<HiddenCharacter, "offset" | "length">): string {
  const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
  return escaped ? `${escaped} stands for ${name}, ${what}.` : `Here stands ${name}, ${what}.`;
}
