import type { Vocabulary } from "../story/schema/vocabulary.ts";
import { library, settings, storiesInRepository, vocabulary } from "./library.ts";

/** What the page /contribute/ needs of the library to write a story as `horror new` does. */
export interface ContributorsKit {
  /** The template's text. */
  template: string;
  vocabulary: Vocabulary;
  /** Address of the repository, where it is known. */
  repository?: string;
  branch: string;
  /** Where stories lie in that repository. */
  stories: string;
}

/** Gathers what the page /contribute/ needs. Throws where the library has no template. */
export function contributorsKit(): ContributorsKit {
  const template = library().stories.find((folder) => folder.template)?.story;
  if (!template) throw new Error("The library has no template, content/stories/_template/story.mdx.");
  const { repository, branch } = settings();
  return {
    template: template.text,
    vocabulary: vocabulary(),
    ...(repository ? { repository: repository.replace(/\/$/, "") } : {}),
    branch,
    stories: storiesInRepository(),
  };
}
