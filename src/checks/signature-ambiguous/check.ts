import { compileSignature, matchSignature } from "../../diagnosis/match-signature.ts";
import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";
import { evidenceLines } from "../claimed-lines.ts";

/**
 * A signature matches no other story's evidence, unless the other story carries the very same signature: then both
 * say that they share it, and each tells what sets them apart.
 */
export const check: Check = (_library, { told }) => {
  const published = told.filter(({ folder }) => !folder.template);
  return told.flatMap(({ folder, facts, document, file }) =>
    (facts.symptoms ?? []).flatMap((symptom, index) => {
      const signature = symptom?.signature;
      if (signature === undefined) return [];
      const compiled = compileSignature(signature);
      return published.flatMap((other) => {
        if (other.folder.id === folder.id) return [];
        if (!other.facts.symptoms?.every((shown) => differs(shown, signature))) return [];
        const [hit] = other.folder.evidence.flatMap((text) =>
          evidenceLines(text)
            .filter((line) => matchSignature(compiled, line.text))
            .map(({ line }) => `${text.file}:${line}`),
        );
        if (hit === undefined) return [];
        return [
          makeFinding({
            code: "signature-ambiguous",
            file,
            at: document.valueAt(["symptoms", index, "signature"]),
            message: `The signature also matches the evidence of ${other.folder.id} (${hit}).`,
            fix: `Make it narrower, or give ${other.folder.id} the very same signature and say in both what tells them apart.`,
          }),
        ];
      });
    }),
  );
};

/** Whether a symptom is known to have another signature, or none. */
function differs(
  symptom: { readonly signature?: string | undefined } | undefined,
  signature: string,
): boolean {
  if (!symptom) return false;
  return symptom.signature === undefined ? !("signature" in symptom) : symptom.signature !== signature;
}
