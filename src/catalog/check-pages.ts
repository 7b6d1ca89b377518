import type { MarkdownInstance } from "astro";
import { guardrailCodes } from "../finding/codes/guardrail.ts";
import { leakCodes } from "../finding/codes/leak.ts";
import { libraryCodes } from "../finding/codes/library.ts";
import { manifestCodes } from "../finding/codes/manifest.ts";
import { storyCodes } from "../finding/codes/story.ts";
import { yamlCodes } from "../finding/codes/yaml.ts";
import { findingCodes } from "../finding/codes.ts";
import type { Severity } from "../finding/finding.ts";

/** A code of a finding with the page that explains it. */
export interface CheckPage {
  code: string;
  severity: Severity;
  title: string;
  /** Path of its page from the root. */
  path: string;
  /** What it means, with a failing and a passing example; missing only while a rule is being written. */
  explanation?: MarkdownInstance<Record<string, unknown>>;
}

/** Codes that concern one thing. */
export interface CheckArea {
  title: string;
  /** What this area looks at, in one sentence. */
  about: string;
  checks: CheckPage[];
}

const explanations = import.meta.glob<MarkdownInstance<Record<string, unknown>>>("../checks/*/page.md", {
  eager: true,
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
      about,
      checks: listCheckPages().filter((page) => Object.hasOwn(codes, page.code)),
    }))
    .filter((area) => area.checks.length > 0);
}

/** Every code of a finding, in the order of the alphabet. */
export function listCheckPages(): CheckPage[] {
  return Object.entries(findingCodes)
    .map(([code, { severity, title }]) => {
      const explanation = explanations[`../checks/${code}/page.md`];
      return { code, severity, title, path: `/checks/${code}/`, ...(explanation ? { explanation } : {}) };
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
