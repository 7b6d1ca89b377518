import type { Library } from "../story/library.ts";
import { loadLibrary } from "../story/load-library.ts";
import type { LibrarySettings } from "../story/schema/library.ts";
import type { Term, Vocabulary } from "../story/schema/vocabulary.ts";

let cached: Library | undefined;

/** All of content/, read once a build and anew for every page in development. */
export function library(): Library {
  if (import.meta.env.DEV) return loadLibrary();
  cached ??= loadLibrary();
  return cached;
}

/** The library's settings. Throws where they cannot be read, which the check reports before any build. */
export function settings(): LibrarySettings {
  const { value, file } = library().settings;
  if (!value) throw new Error(`${file} cannot be read.`);
  return value;
}

/** Where stories lie in the repository that links lead to, such as content/stories. */
export function storiesInRepository(): string {
  return inRepository("stories");
}

/** Path of a folder or file of content/ in the repository: of `stories`, content/stories. */
export function inRepository(path: string): string {
  const { contentPath } = settings();
  return contentPath === "." ? path : `${contentPath}/${path}`;
}

/** The words stories may use. */
export function vocabulary(): Vocabulary {
  const { value, file } = library().vocabulary;
  if (!value) throw new Error(`${file} cannot be read.`);
  return value;
}

/** The three kinds of words, as they stand in addresses and in the vocabulary. */
export type TermKind = "categories" | "components" | "providers";

/** A word with its id and how many stories use it. */
export interface TermView extends Term {
  id: string;
  kind: TermKind;
  /** Path of its page from the root. */
  path: string;
}

/** A word of the vocabulary, by kind and id. */
export function term(kind: TermKind, id: string): TermView {
  const found = vocabulary()[kind][id];
  return { label: found?.label ?? id, meaning: found?.meaning ?? "", id, kind, path: `/${kind}/${id}/` };
}
