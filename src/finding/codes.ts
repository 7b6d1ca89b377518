import { guardrailCodes } from "./codes/guardrail.ts";
import { leakCodes } from "./codes/leak.ts";
import { libraryCodes } from "./codes/library.ts";
import { manifestCodes } from "./codes/manifest.ts";
import { storyCodes } from "./codes/story.ts";
import { yamlCodes } from "./codes/yaml.ts";

/**
 * Every code a finding can carry. A code is permanent and named by the fault; it may be retired, never renamed.
 * Each has a folder `src/checks/<code>/` with the page a reader lands on.
 */
export const findingCodes = {
  ...yamlCodes,
  ...manifestCodes,
  ...storyCodes,
  ...libraryCodes,
  ...leakCodes,
  ...guardrailCodes,
};

/** A permanent finding code, such as `manifest-unknown-field`. */
export type FindingCode = keyof typeof findingCodes;
