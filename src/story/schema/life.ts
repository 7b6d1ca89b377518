import { z } from "zod";
import { identifier, prose } from "./text.ts";

/** Why a story was taken back, and where its readers go instead. */
export const withdrawnSchema = z.strictObject({
  on: z.iso.date().describe("Day on which it was withdrawn, YYYY-MM-DD."),
  reason: prose(600).describe("Why it was withdrawn; shown at the head of its page."),
  successor: identifier.optional().describe("Id of the story that takes its place, where there is one."),
});

/** A correction of what a published story said; shown on its page. */
export const correctionSchema = z.strictObject({
  on: z.iso.date().describe("Day of the correction, YYYY-MM-DD."),
  what: prose(600).describe("What was wrong and what it says now."),
});

/** A minor version of Kubernetes, as in "1.34". */
export const kubernetesMinor = z.string().regex(/^1\.\d+$/, {
  error: 'A version is a minor release of Kubernetes in quotes, as in "1.34".',
});
