import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";
import { guardrailsOf } from "../prove-story.ts";

/** Every guardrail is named by a story: one without a failure behind it is an opinion. */
export const check: Check = (library, { told }) => {
  // A story whose guardrail cannot be read may name any of them.
  const readable = told.filter(
    ({ facts: { guardrail, proof = [] } }) =>
      guardrail !== undefined && proof.every((entry) => entry?.guardrail !== undefined),
  );
  if (readable.length < library.stories.length) return [];
  const named = new Set(told.flatMap(({ facts }) => guardrailsOf(facts)));
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
