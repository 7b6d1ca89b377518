import { type CollectionEntry, getCollection, render } from "astro:content";
import type { CollectionFacts } from "../story/schema/collection.ts";
import { listStories, type StoryView } from "./stories.ts";

/** A curated set as pages show it. */
export interface CollectionView {
  id: string;
  /** Path of its page from the root. */
  path: string;
  facts: CollectionFacts;
  /** Its published stories in their order. */
  stories: StoryView[];
  entry: CollectionEntry<"collections">;
}

/** All collections, newest first. */
export async function listCollections(): Promise<CollectionView[]> {
  const stories = await listStories();
  return (await getCollection("collections"))
    .map((entry) => ({
      id: entry.id,
      path: `/collections/${entry.id}/`,
      facts: entry.data,
      stories: entry.data.stories.flatMap((id) => stories.find((story) => story.id === id) ?? []),
      entry,
    }))
    .sort((a, b) => (a.facts.published < b.facts.published ? 1 : -1));
}

/** The collection with an id. Throws where there is none. */
export async function getCollectionView(id: string): Promise<CollectionView> {
  const found = (await listCollections()).find((collection) => collection.id === id);
  if (!found) throw new Error(`There is no collection "${id}".`);
  return found;
}

/** The body of a collection, ready to render. */
export async function renderCollection(collection: CollectionView) {
  return render(collection.entry);
}
