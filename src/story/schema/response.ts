import { z } from "zod";
import { checkCommandSchema } from "./symptom.ts";
import { prose } from "./text.ts";

/** Something to do now, with what it touches and how to take it back. */
export const stepSchema = z
  .strictObject({
    does: prose(400).describe("What this step does and why it is safe."),
    command: prose(600).optional().describe("The command; placeholders in angle brackets."),
    effect: z
      .enum(["reads", "changes", "destroys"])
      .describe("Whether it reads, changes or destroys anything."),
    undo: prose(400).optional().describe("How to take it back; required where it changes or destroys."),
  })
  .superRefine((step, context) => {
    if (step.effect !== "reads" && step.undo === undefined)
      context.addIssue({
        code: "custom",
        path: ["effect"],
        message: `A step that ${step.effect} something must say how to take it back: add "undo".`,
      });
  });

/** The first safe thing to do now. */
export const mitigationSchema = z.strictObject({
  summary: prose(400).describe("In one or two sentences: what to do first."),
  steps: z
    .array(stepSchema)
    .min(1)
    .max(6)
    .describe("One to six steps, the first one safe for anybody to run."),
});

/** The lasting repair. */
export const fixSchema = z.strictObject({
  summary: prose(800).describe("What changes, and why that removes the fault."),
  verify: z.array(checkCommandSchema).min(1).max(4).describe("How to know that it worked."),
  rollback: prose(600).describe("How to take it back."),
});

/** Something that keeps it from happening again. */
export const preventionSchema = z.strictObject({
  kind: z
    .enum(["mitigate", "prevent", "process"])
    .describe("mitigate: hurts less; prevent: cannot happen; process: people notice or know."),
  what: prose(500).describe("What to do."),
  from: z.enum(["report", "library"]).describe("Who says so: the report, or this library."),
});

/** Something that was tried and did not help. */
export const deadEndSchema = z.strictObject({
  tried: prose(400).describe("What was tried or believed."),
  lookedRight: prose(400).describe("Why it looked right."),
  didNotHelp: prose(400).describe("Why it did not help."),
});
