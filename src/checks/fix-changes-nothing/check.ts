import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";
import { manifestPairs } from "../manifest-pair.ts";
import { sameValue } from "../same-value.ts";

/** broken.yaml and fixed.yaml say different things; comments and formatting do not count. */
export const check: Check = (library, context) =>
  manifestPairs(library, context).flatMap(({ broken, fixed, fixedFile }) => {
    const same =
      broken.length === fixed.length &&
      broken.every(({ value }, index) => sameValue(value, fixed[index]?.value));
    if (!same) return [];
    return [
      makeFinding({
        code: "fix-changes-nothing",
        file: fixedFile.file,
        at: { line: 1, column: 1 },
        message: "fixed.yaml says the same as broken.yaml, comments apart.",
        fix: "Make the change that repairs the fault.",
      }),
    ];
  });
