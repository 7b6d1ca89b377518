import { z } from "zod";
import { partialDate, prose, webAddress } from "./text.ts";

/** Where a fact comes from. */
export const sourceSchema = z.strictObject({
  title: prose(200).describe("Title as published."),
  url: webAddress.describe("Where it is published."),
  author: prose(100).optional().describe("Who wrote it, as they sign it."),
  published: partialDate.optional().describe("When it was published, as precisely as known."),
  kind: z
    .enum(["primary", "secondary", "reference"])
    .describe(
      "primary: by those it happened to; secondary: a retelling; reference: documentation of what is involved.",
    ),
  archiveUrl: webAddress
    .optional()
    .describe(
      "A copy in an archive, for when the address dies; without one, the page of a public library asks the Wayback Machine.",
    ),
  note: prose(300)
    .optional()
    .describe("What a reader should know about it, such as how much of it could be read."),
});

/** Where a fact comes from. */
export type Source = z.infer<typeof sourceSchema>;

/** What kind of story this is and how well its sources could be read. */
export const provenanceSchema = z.strictObject({
  kind: z
    .enum(["incident", "lab", "composite"])
    .describe("incident: it happened, with sources; lab: reproduced by us; composite: made of several."),
  coverage: z.enum(["full", "partial"]).describe("Whether the primary source could be read in full."),
  note: prose(600).optional().describe("What could not be read, and what is inferred rather than reported."),
});
