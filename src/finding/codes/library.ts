import type { CodeDefinition } from "../code-definition.ts";

/** Faults in the library's files and in what holds them together. */
export const libraryCodes = {
  "field-bad-format": { severity: "error", title: "A value in the wrong form" },
  "field-missing": { severity: "error", title: "A required field that is missing" },
  "field-not-allowed": { severity: "error", title: "A value that is not one of those allowed" },
  "field-unknown": { severity: "error", title: "A field nobody reads" },
  "field-wrong-length": { severity: "error", title: "A value that is too long or too short" },
  "field-wrong-type": { severity: "error", title: "A field of the wrong type" },
  "file-missing": { severity: "error", title: "A file the library needs" },
  "file-unexpected": { severity: "error", title: "A file that belongs to nothing" },
  "file-too-large": { severity: "error", title: "A file too large to read" },
  "guardrail-fail-admitted": { severity: "error", title: "A guardrail that admits its own failing case" },
  "guardrail-misses-broken": { severity: "error", title: "A guardrail that admits the fault it is for" },
  "guardrail-pass-denied": { severity: "error", title: "A guardrail that refuses its own passing case" },
  "guardrail-refuses-fixed": { severity: "error", title: "A guardrail that refuses the fix" },
  "guardrail-unknown": { severity: "error", title: "A guardrail that is not there" },
  "guardrail-unused": { severity: "warning", title: "A guardrail no story names" },
  "guardrail-wrong-form": { severity: "error", title: "A guardrail that is no policy with its binding" },
  "link-broken": { severity: "error", title: "A link to a story that is not there" },
  "related-itself": { severity: "error", title: "A story that is related to itself" },
  "related-one-sided": { severity: "warning", title: "A related story that does not relate back" },
  "title-duplicate": { severity: "error", title: "Two stories with one title" },
  "vocabulary-unknown-term": { severity: "error", title: "A word the vocabulary does not have" },
} as const satisfies Record<string, CodeDefinition>;
