import type { CodeDefinition } from "../code-definition.ts";

/** Faults of a text before anything is known of its meaning. */
export const yamlCodes = {
  "file-binary": { severity: "error", title: "Binary file" },
  "file-empty": { severity: "error", title: "Empty file" },
  "file-not-utf8": { severity: "error", title: "File that is not UTF-8" },
  "yaml-alias-bomb": { severity: "error", title: "Alias bomb" },
  "yaml-bad-key": { severity: "error", title: "Invalid mapping key" },
  "yaml-bad-tag": { severity: "error", title: "Tag that does not fit its value" },
  "yaml-control-character": { severity: "error", title: "Control character" },
  "yaml-duplicate-key": { severity: "error", title: "Duplicate key" },
  "yaml-not-json": { severity: "error", title: "Value JSON cannot represent" },
  "yaml-surprising-value": { severity: "warning", title: "Value not read as it looks" },
  "yaml-syntax": { severity: "error", title: "YAML syntax error" },
  "yaml-tab": { severity: "error", title: "Tab as indentation" },
  "yaml-too-deep": { severity: "error", title: "YAML nested too deeply" },
  "yaml-too-large": { severity: "error", title: "YAML document or line too large" },
  "yaml-too-slow": { severity: "error", title: "YAML too slow to read" },
  "yaml-unknown-tag": { severity: "warning", title: "Unknown tag" },
  "yaml-unresolved-alias": { severity: "error", title: "Alias without an anchor" },
} as const satisfies Record<string, CodeDefinition>;
