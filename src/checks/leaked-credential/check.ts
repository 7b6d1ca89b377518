import { LineIndex } from "../../finding/line-index.ts";
import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";
import { credentialsByShape, type FoundCredential } from "./credential-shapes.ts";

/** No file holds a credential. What was found is never repeated: a finding says what it is and where. */
export const check: Check = (_library, { files, credentials }) =>
  files.flatMap(({ file, text }) => {
    const found = withoutOverlap([...credentialsByShape(text), ...(credentials?.(text) ?? [])]);
    if (found.length === 0) return [];
    const lines = new LineIndex(text);
    return found.map(({ offset, length, what }) => {
      const end = lines.at(offset + length);
      return makeFinding({
        code: "leaked-credential",
        file,
        at: { ...lines.at(offset), endLine: end.line, endColumn: end.column },
        message: `Here stands ${/^an? |^the |^what /.test(what) ? what : `a credential (${what})`} of ${length} characters.`,
        fix: "Revoke it first: it counts as published as soon as it was pushed. Then write <redacted> in its place.",
      });
    });
  });

/** Of findings about the same text the first one, with the longer before the shorter. */
function withoutOverlap(found: readonly FoundCredential[]): FoundCredential[] {
  let end = -1;
  return [...found]
    .sort((a, b) => a.offset - b.offset || b.length - a.length)
    .filter(({ offset, length }) => {
      if (offset < end) return false;
      end = offset + length;
      return true;
    });
}
