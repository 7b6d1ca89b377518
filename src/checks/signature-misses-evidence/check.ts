import { compileSignature, matchSignature } from "../../diagnosis/match-signature.ts";
import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";
import { claimedLines } from "../claimed-lines.ts";

/**
 * A signature matches the evidence it claims. Where a symptom names lines, the signature matches every one of them
 * (empty ones apart); where it claims a whole file, it matches at least one line.
 */
export const check: Check = (_library, { told }) =>
  told.flatMap(({ folder, facts, document, file }) =>
    (facts.symptoms ?? []).flatMap((symptom, index) => {
      const { evidence, signature } = symptom ?? {};
      if (!evidence || signature === undefined) return [];
      const lines = claimedLines(folder, evidence);
      if (lines.length === 0) return [];
      const compiled = compileSignature(signature);
      const missed = lines.filter(({ text }) => !matchSignature(compiled, text));
      const wrong = evidence.lines === undefined ? (missed.length === lines.length ? missed : []) : missed;
      const [first] = wrong;
      if (!first) return [];
      return [
        makeFinding({
          code: "signature-misses-evidence",
          file,
          at: document.valueAt(["symptoms", index, "signature"]),
          message:
            evidence.lines === undefined
              ? `The signature matches no line of ${evidence.file}; line ${first.line} is: ${quote(first.text)}`
              : `The signature does not match line ${first.line} of ${evidence.file}: ${quote(first.text)}`,
          fix: "Take the line as published and name only its variable parts, or claim other lines.",
        }),
      ];
    }),
  );

function quote(text: string): string {
  const line = text.trim();
  return line.length > 160 ? `${line.slice(0, 157)}...` : line;
}
