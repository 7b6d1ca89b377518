import type { CodeDefinition } from "../code-definition.ts";

/** Faults in a text or its YAML, before anything is known of what it describes. */
export const yamlCodes = {
  "file-binary": { severity: "error", title: "A binary file where text is expected" },
  "file-empty": { severity: "error", title: "An empty file" },
  "file-not-utf8": { severity: "error", title: "Text that is not UTF-8" },
  "file-too-large": { severity: "error", title: "A file or line too large to read" },
  "yaml-alias-bomb": { severity: "error", title: "Aliases that multiply a document" },
  "yaml-duplicate-key": { severity: "error", title: "A key that stands twice in one mapping" },
  "yaml-surprising-value": {
    severity: "warning",
    title: "A value that YAML 1.1 readers take for something else",
  },
  "yaml-syntax": { severity: "error", title: "YAML that cannot be read" },
  "yaml-tab": { severity: "error", title: "A tab where YAML wants spaces" },
  "yaml-too-deep": { severity: "error", title: "YAML nested too deeply" },
  "yaml-unresolved-alias": { severity: "error", title: "An alias without an anchor" },
} as const satisfies Record<string, CodeDefinition>;
