import { z } from "zod";
import { identifier, prose } from "./text.ts";

/** A word a story may use, with how it is shown and what it means. */
export const termSchema = z.strictObject({
  label: prose(60).describe("How it is shown."),
  meaning: prose(200).describe("What it means, in one line."),
});

/** The words stories may use: content/vocabulary.yaml. */
export const vocabularySchema = z
  .strictObject({
    categories: z.record(identifier, termSchema).describe("What kind of failure it is."),
    components: z.record(identifier, termSchema).describe("What was involved."),
    providers: z.record(identifier, termSchema).describe("Where the cluster ran."),
  })
  .describe("The words stories may use.");

/** The words stories may use. */
export type Vocabulary = z.infer<typeof vocabularySchema>;

/** A word a story may use. */
export type Term = z.infer<typeof termSchema>;
