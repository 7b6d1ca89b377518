import { LineIndex } from "../../finding/line-index.ts";
import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";

/** Greek letters that stand for quantities and units beside Latin ones: μs, Δt. */
const symbols = /[µμΔδΩωλπσΣθαβγ]/gu;

/**
 * No word mixes Latin letters with Cyrillic or Greek ones, and none is spelt in letters that only imitate Latin ones: a
 * reader cannot tell them apart, and a copied command, host or field name means something else (UTS #39, mixed-script
 * confusables).
 */
export const check: Check = (_library, { files }) =>
  files.flatMap(({ file, text }) => {
    const found = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].flatMap(({ index, 0: word }) => {
      const other = strangeLetter(word);
      return other === undefined ? [] : [{ index, word, other }];
    });
    if (found.length === 0) return [];
    const lines = new LineIndex(text);
    return found.slice(0, 20).map(({ index, word, other }) => {
      const at = lines.at(index);
      const code = `U+${(other.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
      return makeFinding({
        code: "text-mixed-scripts",
        file,
        at: { ...at, endLine: at.line, endColumn: at.column + word.length },
        message: `"${word.slice(0, 40)}" holds ${other} (${code}), which only looks like a Latin letter.`,
        fix: "Retype the word.",
      });
    });
  });

function strangeLetter(word: string): string | undefined {
  // Full-width forms and the alphabets of mathematics.
  const imitation = /[\uff21-\uff3a\uff41-\uff5a\u{1d400}-\u{1d7ff}]/u.exec(word)?.[0];
  if (imitation !== undefined) return imitation;
  if (!/\p{Script=Latin}/u.test(word)) return undefined;
  return /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Cherokee}\p{Script=Armenian}]/u.exec(
    word.replace(symbols, ""),
  )?.[0];
}
