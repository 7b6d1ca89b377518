import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";

/** Every guardrail is named by a story: one without a failure behind it is an opinion. */
export const check: Check = (library, { told }) => {
  if (library.stories.some(({ story }) => !story?.facts)) return [];
  const named = new Set(
    told.flatMap(({ facts }) => [facts.guardrail, ...(facts.proof ?? []).map(({ guardrail }) => guardrail)]),
  );
  return library.guardrails
    .filter(({ id }) => !named.has(id))
    .map(({ id, folder, policy }) =>
      makeFinding({
        code: "guardrail-unused",
        file: policy?.file ?? folder,
        at: { line: 1, column: 1 },
        message: `No story names the guardrail ${id}.`,
        fix: 'Name it in the story it comes from, under "guardrail" or "proof", or remove it.',
      }),
    );
};
