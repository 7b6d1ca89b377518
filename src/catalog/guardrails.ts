import { library } from "./library.ts";
import { listStories, type StoryView } from "./stories.ts";

/** A guardrail as pages show it. */
export interface GuardrailView {
  id: string;
  /** Path of its page from the root. */
  path: string;
  /** Path of its file, from the root. */
  file: string;
  /** The policy and its binding, as they were checked. */
  policy: string;
  /** The published stories whose fault it catches. */
  stories: StoryView[];
}

/** The guardrails that a published story names, by id; those of drafts appear with their story. */
export async function listGuardrails(): Promise<GuardrailView[]> {
  const published = await listStories();
  return library().guardrails.flatMap(({ id, policy }) => {
    const stories = published.filter(
      ({ facts }) => facts.guardrail === id || facts.proof?.some((proof) => proof.guardrail === id),
    );
    return policy?.readable && stories.length > 0
      ? [{ id, path: `/guardrails/${id}/`, file: `/guardrails/${id}.yaml`, policy: policy.text, stories }]
      : [];
  });
}
