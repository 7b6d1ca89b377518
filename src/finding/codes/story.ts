import type { CodeDefinition } from "../code-definition.ts";

/** Faults in a story: its facts, its prose, its evidence. */
export const storyCodes = {
  "code-in-prose": { severity: "error", title: "Code in a story's prose" },
  "component-unknown": { severity: "error", title: "A component stories may not use" },
  "evidence-lines-missing": { severity: "error", title: "Lines of evidence that do not exist" },
  "evidence-missing": { severity: "error", title: "A file of evidence that is not there" },
  "evidence-unclaimed": { severity: "warning", title: "Evidence that no symptom names" },
  "front-matter-missing": { severity: "error", title: "A story without front matter" },
  "link-unsafe": { severity: "error", title: "A link that runs code or hides its target" },
  "markup-not-allowed": { severity: "error", title: "HTML that stories may not use" },
  "prose-syntax": { severity: "error", title: "Prose that cannot be read" },
  "section-missing": { severity: "error", title: "A section that is missing" },
  "section-out-of-order": { severity: "error", title: "A section that stands in the wrong place" },
  "section-unknown": { severity: "error", title: "A section no story has" },
  "signature-ambiguous": { severity: "error", title: "A signature that matches another story's evidence" },
  "signature-misses-evidence": { severity: "error", title: "A signature that does not match its evidence" },
  "snippet-incomplete": { severity: "error", title: "An elided manifest that is not marked as an excerpt" },
  "snippet-unlabelled": { severity: "warning", title: "A code block without a language" },
} as const satisfies Record<string, CodeDefinition>;
