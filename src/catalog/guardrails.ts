import { library } from "./library.ts";
import { listAddressedStories, type StoryView } from "./stories.ts";

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
  /** Stories whose fault it catches, and that were withdrawn. */
  withdrawn: StoryView[];
}

/** The guardrails that a published story names, by id; those of drafts appear with their story. */
export async function listGuardrails(): Promise<GuardrailView[]> {
  return (await listAddressedGuardrails()).filter(({ stories }) => stories.length > 0);
}

/** All guardrails that have a page and a file, by id: also those whose stories were withdrawn, since no page goes away. */
export async function listAddressedGuardrails(): Promise<GuardrailView[]> {
  const all = await listAddressedStories();
  return library().guardrails.flatMap(({ id, policy }) => {
    const named = all.filter(
      ({ facts }) => facts.guardrail === id || facts.proof?.some((proof) => proof.guardrail === id),
    );
    if (!policy?.readable || named.length === 0) return [];
    const [withdrawn = [], stories = []] = [true, false].map((gone) =>
      named.filter(({ facts }) => (facts.status === "withdrawn") === gone),
    );
    const file = `/guardrails/${id}.yaml`;
    return [{ id, path: `/guardrails/${id}/`, file, policy: policy.text, stories, withdrawn }];
  });
}
