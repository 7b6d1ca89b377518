import { z } from "zod";
import { pollSchema } from "../../poll/schema.ts";
import { identifier, prose, webAddress } from "./text.ts";

/** A curated set of stories: the front matter of content/collections/<id>.mdx. */
export const collectionSchema = z
  .strictObject({
    title: prose(100).describe("Title of the set."),
    summary: z.string().min(20).max(200).describe("One sentence that says what it gathers."),
    author: prose(100).describe("Who made the set."),
    published: z.iso.date().describe("When it was first published, YYYY-MM-DD."),
    tags: z.array(prose(40)).max(8).describe("Tags as published."),
    source: z
      .strictObject({
        title: prose(200).describe("Title as published."),
        publisher: prose(80).describe("Who published it."),
        url: webAddress.describe("Where it is published."),
        note: prose(300).optional().describe("What a reader should know about it."),
      })
      .optional()
      .describe("Where the set first appeared."),
    stories: z.array(identifier).min(1).describe("Ids of the stories in their order."),
    links: z
      .array(
        z.strictObject({
          title: prose(120).describe("What it is."),
          url: webAddress.describe("Its address."),
        }),
      )
      .max(12)
      .describe("Further reading."),
    poll: pollSchema.optional(),
  })
  .describe("A curated set of stories.");

/** The facts of a collection. */
export type CollectionFacts = z.infer<typeof collectionSchema>;
