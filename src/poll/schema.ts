import { z } from "zod";

/** Counted answers, published with how they were counted so that a reader can judge them. */
export const pollResultsSchema = z
  .strictObject({
    counted: z.iso.date().describe("Day on which the answers were counted, YYYY-MM-DD."),
    method: z.string().min(10).max(200).describe("How they were collected, in one sentence."),
    counts: z
      .array(z.int().min(0))
      .min(2)
      .max(6)
      .describe("Answers per option, in the order of the options."),
  })
  .describe("Counted answers; leave out until there are any.");

/** A survey poll: one question, two to six answers. */
export const pollSchema = z
  .strictObject({
    question: z.string().min(10).max(200).describe("The question, ending with a question mark."),
    options: z
      .array(z.string().min(1).max(140))
      .min(2)
      .max(6)
      .describe("Two to six answers a reader can choose between, each different."),
    results: pollResultsSchema.optional(),
  })
  .superRefine((poll, context) => {
    poll.options.forEach((option, index) => {
      if (poll.options.indexOf(option) !== index) {
        context.addIssue({
          code: "custom",
          path: ["options", index],
          message: `The answer "${option}" stands twice.`,
        });
      }
    });
    if (!poll.question.endsWith("?")) {
      context.addIssue({
        code: "custom",
        path: ["question"],
        message: "The question does not end with a question mark.",
      });
    }
    if (poll.results && poll.results.counts.length !== poll.options.length) {
      context.addIssue({
        code: "custom",
        path: ["results", "counts"],
        message: `There are ${poll.results.counts.length} counts for ${poll.options.length} answers.`,
      });
    }
  })
  .describe("A survey poll shown at the end of the page.");

/** A survey poll. */
export type Poll = z.infer<typeof pollSchema>;
