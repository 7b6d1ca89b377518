import { defineCollection } from "astro:content";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { loadLibrary } from "./story/load-library.ts";
import { collectionSchema } from "./story/schema/collection.ts";
import { storySchema } from "./story/schema/story.ts";

// The seam with Astro's content layer. Facts come from our own reading of the front matter, so that what the check
// approved is what the page shows; Astro only renders the bodies.

interface Body {
  id: string;
  facts: Record<string, unknown>;
  text: string;
  file: string;
}

function libraryLoader(name: string, bodies: () => Body[]): Loader {
  return {
    name,
    load: async ({ store, parseData, generateDigest, config, watcher, logger }) => {
      const sync = async () => {
        store.clear();
        for (const { id, facts, text, file } of bodies()) {
          const data = await parseData({ id, data: facts, filePath: file });
          const filePath = relative(fileURLToPath(config.root), file).split(sep).join("/");
          store.set({ id, data, body: text, filePath, digest: generateDigest(text), deferredRender: true });
        }
      };
      await sync();
      watcher?.on("all", (_event, path) => {
        if (path.endsWith(".mdx")) sync().catch((cause: unknown) => logger.error(String(cause)));
      });
    },
  };
}

const stories = defineCollection({
  loader: libraryLoader("stories", () =>
    loadLibrary().stories.flatMap(({ id, template, story }) =>
      story?.facts && !template && story.facts.status !== "draft"
        ? [{ id, facts: story.facts, text: story.text, file: story.file }]
        : [],
    ),
  ),
  schema: storySchema,
});

const curated = defineCollection({
  loader: libraryLoader("collections", () =>
    loadLibrary().collections.flatMap(({ id, facts, text, file }) =>
      facts ? [{ id, facts, text, file }] : [],
    ),
  ),
  schema: collectionSchema,
});

/** The collections Astro knows; pages ask for them through src/catalog. */
export const collections = { stories, collections: curated };
