import { defineCollection } from "astro:content";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { contentFolder, loadLibrary } from "./story/load-library.ts";
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
        const entries = await Promise.all(
          bodies().map(async ({ id, facts, text, file }) => ({
            id,
            data: await parseData({ id, data: facts, filePath: file }),
            body: text,
            filePath: relative(fileURLToPath(config.root), file).split(sep).join("/"),
            digest: generateDigest(text),
            deferredRender: true,
          })),
        );
        store.clear();
        for (const entry of entries) store.set(entry);
      };
      await sync();
      watcher?.add(contentFolder());
      let waiting: ReturnType<typeof setTimeout> | undefined;
      watcher?.on("all", (_event, path) => {
        if (!path.endsWith(".mdx")) return;
        // A file that is being saved may be empty for a moment, and only the first event of a save is told.
        clearTimeout(waiting);
        waiting = setTimeout(() => {
          sync().catch((cause: unknown) => logger.error(String(cause)));
        }, 150);
      });
    },
  };
}

const stories = defineCollection({
  loader: libraryLoader("stories", () =>
    loadLibrary().stories.flatMap(({ id, template, story }) =>
      // A draft is shown to those who write it, by npm run dev.
      story?.facts && !template && (import.meta.env.DEV || story.facts.status !== "draft")
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
