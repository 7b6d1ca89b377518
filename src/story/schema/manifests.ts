import { z } from "zod";
import { identifier, prose } from "./text.ts";

/** The pair broken.yaml and fixed.yaml, or why there is none. */
export const manifestsSchema = z.union([
  z.strictObject({
    origin: z
      .enum(["reconstruction", "published"])
      .describe("reconstruction: made by us from what the source says; published: as the source shows it."),
    note: prose(600).describe("What the manifests show and what in them is ours."),
    essential: z
      .array(prose(200))
      .max(12)
      .optional()
      .describe("Text of changed lines that matter: taking any of them back brings the fault back."),
    expectFindings: z
      .array(z.string())
      .min(1)
      .optional()
      .describe("Codes broken.yaml must yield, where the fault itself is an invalid field."),
  }),
  z.strictObject({
    none: prose(600).describe("Why no manifest can show the fault."),
  }),
]);

/** The policy that would have refused the fault, or why there is none. */
export const guardrailReferenceSchema = z.union([
  identifier.describe("Id of a folder in content/guardrails."),
  z.strictObject({ none: prose(600).describe("Why no honest policy can be written.") }),
]);

/** Which object of broken.yaml which guardrail refuses. */
export const proofSchema = z.strictObject({
  object: z
    .string()
    .regex(/^[A-Z][A-Za-z0-9]*\/[a-z0-9][a-z0-9.-]*$/, {
      error: "An object is named Kind/name, such as Deployment/redis.",
    })
    .describe("An object of broken.yaml, as Kind/name."),
  guardrail: identifier.describe("Id of the guardrail that refuses it."),
});
