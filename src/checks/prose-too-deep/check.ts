import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";

/** Deep prose is not given to the parser: bound-prose.ts holds the limits. */
export const check: Check = (_library, { texts }) =>
  texts.flatMap(({ prose }) =>
    prose.limits
      .filter(({ kind }) => kind === "deep")
      .map(({ message, at }) =>
        makeFinding({
          code: "prose-too-deep",
          file: prose.file,
          at,
          message,
          fix: "Write it flat: a story needs no more than a list in a list.",
        }),
      ),
  );
