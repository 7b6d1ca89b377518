import type { CodeDefinition } from "../code-definition.ts";

/** Faults of a text before anything is known of its meaning. */
export const yamlCodes = {
  "file-binary": { severity: "error", title: "A file that is not text" },
  "file-empty": { severity: "error", title: "A file without content" },
  "file-not-utf8": { severity: "error", title: "A file that is not UTF-8" },
  "yaml-alias-bomb": { severity: "error", title: "Aliases that unfold without end" },
  "yaml-bad-key": { severity: "error", title: "A key that is not text" },
  "yaml-bad-tag": { severity: "error", title: "A tag that does not fit its value" },
  "yaml-control-character": { severity: "error", title: "A control character" },
  "yaml-duplicate-key": { severity: "error", title: "A key written twice" },
  "yaml-not-json": { severity: "error", title: "A value that JSON cannot carry" },
  "yaml-surprising-value": { severity: "warning", title: "A value that is not read as it looks" },
  "yaml-syntax": { severity: "error", title: "Text that is not YAML" },
  "yaml-tab": { severity: "error", title: "A tab as indentation" },
  "yaml-too-deep": { severity: "error", title: "Nesting too deep to read" },
  "yaml-too-large": { severity: "error", title: "A document too large to read" },
  "yaml-too-slow": { severity: "error", title: "A document that takes too long to read" },
  "yaml-unknown-tag": { severity: "warning", title: "A tag nobody resolves" },
  "yaml-unresolved-alias": { severity: "error", title: "An alias without its anchor" },
} as const satisfies Record<string, CodeDefinition>;
