import { type CheckedDraft, checkDraft } from "../../src/checks/check-draft.ts";
import { loadSchemas } from "../../src/kube/schemas/load-schemas.ts";
import type { DraftFile } from "../../src/story/draft/write-draft.ts";
import type { Library } from "../../src/story/library.ts";

/**
 * Checks the files of a new story with the library's own rules, before they are written. Undefined where the library has
 * no vocabulary to hold it against.
 */
export function judgeDraft(
  library: Library,
  id: string,
  files: readonly DraftFile[],
  guardrail?: string,
): CheckedDraft | undefined {
  const vocabulary = library.vocabulary.value;
  if (!vocabulary) return undefined;
  const policy = library.guardrails.find((folder) => folder.id === guardrail)?.policy;
  return checkDraft(id, files, {
    vocabulary,
    schemas: loadSchemas(),
    ...(guardrail !== undefined && policy ? { guardrail: { id: guardrail, policy: policy.text } } : {}),
  });
}
