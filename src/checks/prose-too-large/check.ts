import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";

/** Large prose is not given to the parser: bound-prose.ts holds the limits. */
export const check: Check = (_library, { texts }) =>
  texts.flatMap(({ prose }) =>
    prose.limits
      .filter(({ kind }) => kind === "large")
      .map(({ message, at }) =>
        makeFinding({
          code: "prose-too-large",
          file: prose.file,
          at,
          message,
          fix: "Shorten it; a long record belongs in evidence/, a few lines of it in the prose.",
        }),
      ),
  );
