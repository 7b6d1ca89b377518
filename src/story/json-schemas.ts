import { z } from "zod";
import { collectionSchema } from "./schema/collection.ts";
import { librarySchema } from "./schema/library.ts";
import { referencesSchema } from "./schema/reference.ts";
import { storySchema } from "./schema/story.ts";
import { vocabularySchema } from "./schema/vocabulary.ts";

/** The files an author writes, by the name of their JSON Schema. */
const documents = {
  story: { schema: storySchema, title: "Front matter of a story" },
  collection: { schema: collectionSchema, title: "Front matter of a collection" },
  library: { schema: librarySchema, title: "content/library.yaml" },
  vocabulary: { schema: vocabularySchema, title: "content/vocabulary.yaml" },
  references: { schema: referencesSchema, title: "content/references.yaml" },
} as const;

/**
 * JSON Schemas (draft 7, which editors' YAML support reads) of everything an author writes, as file names and texts.
 * They say what an author may write, so a field with a default is optional; rules across fields are left to the check.
 */
export function jsonSchemas(): Map<string, string> {
  return new Map(
    Object.entries(documents).map(([name, { schema, title }]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-7", io: "input" });
      return [`${name}.schema.json`, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`];
    }),
  );
}
