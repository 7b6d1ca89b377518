import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";

/** A code block says what it is, so that it can be shown and checked. */
export const check: Check = (_library, { texts }) =>
  texts.flatMap(({ prose }) =>
    prose.blocks
      .filter(({ language }) => language === "")
      .map(({ at }) =>
        makeFinding({
          code: "snippet-unlabelled",
          file: prose.file,
          at,
          message: "The code block does not say what it is.",
          fix: "Write a language after the fence: yaml, console for commands and their output, text for messages.",
        }),
      ),
  );
