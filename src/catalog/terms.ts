import { type TermKind, type TermView, term, vocabulary } from "./library.ts";
import { listReferences, type ReferenceView, referencesWithTerm } from "./references.ts";
import { listWithdrawnStories, type StoryView, termsWithStories, usesTerm } from "./stories.ts";

/** A word of the vocabulary with all that is told about it. */
export interface TermPage {
  term: TermView;
  stories: StoryView[];
  /** Reports told elsewhere that no story of this page retells. */
  references: ReferenceView[];
}

/** The words of a kind that a story, withdrawn or not, or a reference uses, by label. Each has a page. */
export async function listTermPages(kind: TermKind): Promise<TermPage[]> {
  const used = new Map((await termsWithStories(kind)).map((entry) => [entry.term.id, entry.stories]));
  const references = await listReferences();
  const withdrawn = await listWithdrawnStories();
  return Object.keys(vocabulary()[kind])
    .map((id) => {
      const stories = used.get(id) ?? [];
      const told = new Set(stories.map((story) => story.id));
      return {
        term: term(kind, id),
        stories,
        // A report may name more than the story told from it is about.
        references: referencesWithTerm(references, kind, id).filter(
          ({ story }) => !story || !told.has(story.id),
        ),
      };
    })
    .filter(
      ({ term: { id }, ...page }) =>
        page.stories.length > 0 ||
        page.references.length > 0 ||
        withdrawn.some((story) => usesTerm(story, kind, id)),
    )
    .sort((a, b) => a.term.label.localeCompare(b.term.label, "en"));
}
