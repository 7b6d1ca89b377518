import type { Reference, References } from "../story/schema/reference.ts";
import { library, type TermKind, type TermView, term } from "./library.ts";
import { listStories, type StoryView } from "./stories.ts";

/** A failure report told elsewhere, as pages show it. */
export interface ReferenceView {
  facts: Reference;
  components: TermView[];
  category?: TermView;
  /** The published story told from it. */
  story?: StoryView;
}

/** The listing the references were found in; undefined where the library has none. */
export function referenceListing(): References["listing"] | undefined {
  return library().references.value?.listing;
}

/** Failure reports known by a listing, in the order of their file: newest first. */
export async function listReferences(): Promise<ReferenceView[]> {
  const stories = await listStories();
  return (library().references.value?.references ?? []).map((facts) => {
    const story = stories.find((other) => other.id === facts.story);
    return {
      facts,
      components: facts.components.map((id) => term("components", id)),
      ...(facts.category === undefined ? {} : { category: term("categories", facts.category) }),
      ...(story ? { story } : {}),
    };
  });
}

/** The references that name a word of the vocabulary; none name providers. */
export function referencesWithTerm(
  references: readonly ReferenceView[],
  kind: TermKind,
  id: string,
): ReferenceView[] {
  if (kind === "providers") return [];
  return references.filter(({ facts }) =>
    kind === "categories" ? facts.category === id : facts.components.includes(id),
  );
}
