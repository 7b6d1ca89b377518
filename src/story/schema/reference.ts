import { z } from "zod";
import { identifier, prose, webAddress } from "./text.ts";

/** A failure report that the library points to and does not retell. */
export const referenceSchema = z.strictObject({
  title: prose(200).describe("Title as published."),
  organization: prose(80).describe("Whose failure it was."),
  year: z
    .int()
    .min(2014)
    .max(2100)
    .optional()
    .describe("Year of the report; left out where the report has no date."),
  medium: z
    .enum(["post", "postmortem", "talk", "slides", "incident-report"])
    .describe("What kind of report it is."),
  url: webAddress.describe("Where it is published."),
  category: z
    .string()
    .optional()
    .describe("The category of vocabulary.yaml that fits best, where it is clear."),
  components: z.array(z.string()).max(8).describe("What was involved: components of vocabulary.yaml."),
  involved: prose(300).describe("What was involved, in our words."),
  impact: prose(200).describe("What it did, in our words, or unknown."),
  story: identifier.optional().describe("Id of the story told from it, where there is one."),
});

/** content/references.yaml: failure reports told elsewhere. */
export const referencesSchema = z
  .strictObject({
    listing: z
      .strictObject({
        title: prose(120).describe("Name of the listing."),
        url: webAddress.describe("Its address."),
        note: prose(400).describe("What a reader should know about it."),
      })
      .describe("The listing most of them were found in."),
    references: z
      .array(referenceSchema)
      .min(1)
      .describe("The reports, newest first, then those without a date."),
  })
  .describe("Failure reports told elsewhere.");

/** A failure report that the library points to and does not retell. */
export type Reference = z.infer<typeof referenceSchema>;
/** The file content/references.yaml. */
export type References = z.infer<typeof referencesSchema>;
