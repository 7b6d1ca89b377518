import { z } from "zod";
import { signatureSchema } from "../../diagnosis/schema.ts";
import { prose } from "./text.ts";

/** A file of evidence and the lines of it that show a symptom. */
export const evidenceSchema = z.strictObject({
  file: z
    .string()
    .regex(/^evidence\/[a-z0-9][a-z0-9.-]*\.txt$/, {
      error: "Evidence is a file such as evidence/events.txt in the story's folder.",
    })
    .describe("A text file in the story's folder, evidence/<name>.txt."),
  lines: z
    .string()
    .regex(/^\d+(-\d+)?$/, { error: 'Lines are "3" or "3-5", counted from 1.' })
    .optional()
    .describe("The lines concerned, as 3 or 3-5; all of them when left out."),
});

/** A command a reader can run without changing anything. */
export const checkCommandSchema = z.strictObject({
  command: prose(400).describe("A read-only command; placeholders in angle brackets: <namespace>, <pod>."),
  expect: prose(600).describe("What it shows when this is your story."),
});

/** One thing somebody saw. */
export const symptomSchema = z.strictObject({
  observed: prose(600).describe("What was seen, in our words."),
  where: z
    .enum(["events", "logs", "metrics", "user", "api", "cli", "node", "cloud", "network"])
    .describe(
      "Where it shows: events, logs, metrics, user (what people felt), api, cli, node, cloud console, network capture.",
    ),
  evidence: evidenceSchema.optional().describe("The published text that shows it."),
  signature: signatureSchema
    .optional()
    .describe(
      "A template of the line with its variable parts named, such as 0/{count} nodes are available: {text}",
    ),
  check: checkCommandSchema.optional().describe("The read-only command that shows it."),
  rulesOut: prose(600).optional().describe("What would mean that it is not this."),
});

/** One thing somebody saw. */
export type Symptom = z.infer<typeof symptomSchema>;
