import { z } from "zod";
import { diagnosableStories } from "../checks/story-documents.ts";
import { buildStoryIndex } from "../diagnosis/build-story-index.ts";
import { signatureSchema } from "../diagnosis/schema.ts";
import { signatureTypes } from "../diagnosis/signature-types.ts";
import type { DiagnosisData } from "../diagnosis/story-index.ts";
import { storySchema } from "../story/schema/story.ts";
import { webAddress } from "../story/schema/text.ts";
import { libraryDocumentHead } from "./document-head.ts";
import { library, settings } from "./library.ts";
import { absolute } from "./links.ts";

/** The document /signatures.json. */
export const signaturesDocumentSchema = z
  .strictObject({
    ...libraryDocumentHead,
    types: z
      .record(z.string(), z.string())
      .describe(
        "What a variable of a signature stands for, by its type. A variable is {name} or {name:type}; without a type its name is its type where that is one, else it is a name. {{ and }} are braces. Case and the amount of white space do not matter, and a signature may stand anywhere in a line.",
      ),
    stories: z
      .array(
        z.strictObject({
          id: z.string().describe("Permanent id of the story."),
          url: webAddress.describe("Its page."),
          title: storySchema.shape.title,
          summary: storySchema.shape.summary,
          queries: storySchema.shape.queries,
          signatures: z
            .array(
              z.strictObject({
                template: signatureSchema.describe("The line, with its variable parts named."),
                command: z.string().optional().describe("The read-only command that shows it."),
                rulesOut: z.string().optional().describe("What would mean that it is not this story."),
              }),
            )
            .describe("Lines the story is known by; none where no published line is."),
        }),
      )
      .describe("All published stories."),
  })
  .describe("The signatures of a library: templates of real lines, each with the story it belongs to.");

/** The signatures of all published stories, for other programs and for the search. */
export function signaturesDocument(): z.infer<typeof signaturesDocumentSchema> {
  const { name, contentLicense } = settings();
  return {
    version: 1,
    name,
    url: absolute("/"),
    license: contentLicense,
    types: signatureTypes,
    stories: diagnosableStories(library()).map(({ document, known }) => ({
      id: known.id,
      url: absolute(`/stories/${known.id}/`),
      title: known.title,
      summary: known.summary,
      queries: [...document.queries],
      signatures: [...known.signatures],
    })),
  };
}

/** What the page /diagnose/ works with. Its form may change with any version of the site; /signatures.json does not. */
export function diagnosisData(): DiagnosisData {
  const stories = diagnosableStories(library());
  return {
    version: 1,
    index: buildStoryIndex(stories.map(({ document }) => document)),
    known: stories.map(({ known }) => known),
  };
}
