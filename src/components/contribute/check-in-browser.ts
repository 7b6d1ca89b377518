import { type CheckedDraft, checkDraft } from "../../checks/check-draft.ts";
import type { GroupVersionSchemas } from "../../kube/schema-types.ts";
import { withFetchedSchemas } from "../../kube/schemas/fetch-schemas.ts";
import type { DraftFile } from "../../story/draft/write-draft.ts";
import type { Vocabulary } from "../../story/schema/vocabulary.ts";

const known = new Map<string, GroupVersionSchemas | undefined>();
const policies = new Map<string, string | undefined>();

/** Checks a draft with the library's own rules; schemas and the guardrail come from this site. */
export async function checkInBrowser(
  draft: { id: string; files: readonly DraftFile[]; guardrail?: string | undefined },
  vocabulary: Vocabulary,
  base: string,
): Promise<CheckedDraft> {
  const policy = draft.guardrail === undefined ? undefined : await fetchPolicy(draft.guardrail, base);
  return withFetchedSchemas(
    (schemas) =>
      checkDraft(draft.id, draft.files, {
        vocabulary,
        schemas,
        ...(draft.guardrail !== undefined && policy !== undefined
          ? { guardrail: { id: draft.guardrail, policy } }
          : {}),
      }),
    async (name) => {
      const response = await fetch(`${base}kube-schemas/${name}.json`);
      return response.ok ? ((await response.json()) as GroupVersionSchemas) : undefined;
    },
    known,
  );
}

async function fetchPolicy(id: string, base: string): Promise<string | undefined> {
  if (!policies.has(id)) {
    const response = await fetch(`${base}guardrails/${encodeURIComponent(id)}.yaml`);
    policies.set(id, response.ok ? await response.text() : undefined);
  }
  return policies.get(id);
}
