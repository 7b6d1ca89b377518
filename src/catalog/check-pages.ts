import { guardrailCodes } from "../finding/codes/guardrail.ts";
import { leakCodes } from "../finding/codes/leak.ts";
import { libraryCodes } from "../finding/codes/library.ts";
import { manifestCodes } from "../finding/codes/manifest.ts";
import { storyCodes } from "../finding/codes/story.ts";
import { yamlCodes } from "../finding/codes/yaml.ts";
import { type FindingCode, findingCodes } from "../finding/codes.ts";
import type { Severity } from "../finding/finding.ts";
import type { CheckExplanation } from "./explain-check.ts";

/** A code of a finding with the page that explains it. */
export interface CheckPage {
  code: FindingCode;
  severity: Severity;
  title: string;
  /** Path of its page from the root. */
  path: string;
}

/** Codes that concern one thing. */
export interface CheckArea {
  title: string;
  /** Its anchor among all checks. */
  id: string;
  /** Where it stands on the page of all checks, from the root. */
  path: string;
  /** What this area looks at, in one sentence. */
  about: string;
  checks: CheckPage[];
}

// Each is only run when its page is asked for; src/catalog/load-explanations.ts does it.
const explanations = import.meta.glob<CheckExplanation>("../checks/*/page.md", {
  query: "?explained&raw",
  import: "default",
});

const areas: { title: string; about: string; codes: object }[] = [
  {
    title: "Manifests",
    about: "Kubernetes objects: their fields, values, versions, and what they refer to.",
    codes: manifestCodes,
  },
  { title: "YAML", about: "The text itself, before it is anything else.", codes: yamlCodes },
  {
    title: "Stories",
    about: "One story: its facts, prose, evidence and its pair of manifests.",
    codes: storyCodes,
  },
  { title: "Library", about: "What holds the stories together, and their fields.", codes: libraryCodes },
  {
    title: "Leaks",
    about: "What should not be published: credentials, addresses, accounts, names.",
    codes: leakCodes,
  },
  {
    title: "Guardrails",
    about: "Policies, and the proof that they do what a story says.",
    codes: guardrailCodes,
  },
];

/** Everything the check can find, by area, codes in the order of the alphabet. */
export function listCheckAreas(): CheckArea[] {
  return areas
    .map(({ title, about, codes }) => ({
      title,
      id: title.toLowerCase(),
      path: `/checks/#${title.toLowerCase()}`,
      about,
      checks: listCheckPages().filter((page) => Object.hasOwn(codes, page.code)),
    }))
    .filter((area) => area.checks.length > 0);
}

/** What a check means, with its examples and what is found in them. Throws for a code without a page. */
export async function explanationOf(code: string): Promise<CheckExplanation> {
  const load = explanations[`../checks/${code}/page.md`];
  if (!load) throw new Error(`There is no src/checks/${code}/page.md.`);
  return load();
}

/** Every code of a finding, in the order of the alphabet. */
export function listCheckPages(): CheckPage[] {
  return (Object.keys(findingCodes) as FindingCode[])
    .map((code) => ({ code, ...findingCodes[code], path: `/checks/${code}/` }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
