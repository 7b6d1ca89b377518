import { z } from "zod";
import { changeKinds, detectionSchema } from "../schema/story.ts";
import { symptomSchema } from "../schema/symptom.ts";
import { identifier, partialDate, webAddress } from "../schema/text.ts";

/** One or more lines as a form gives them, without the line ends of the form's system. */
const lines = z.string().transform((text) => text.replace(/\r\n?/g, "\n"));

/**
 * What somebody tells of a failure, in the words of whoever tells it. Only the id is needed; whatever else is left out
 * stays in the story as a place marked `TODO:`. The three ways to start a story (`horror new`, the page /contribute/,
 * the issue form) ask for these and for nothing else.
 */
export const answersSchema = z.strictObject({
  id: identifier.describe(
    "The story's permanent id: who and what, such as acme-probe-asked-the-old-port. Lower case letters, digits and single dashes.",
  ),
  title: z.string().optional().describe("A sentence that says the failure, at most 80 characters."),
  summary: z.string().optional().describe("What broke and why, at most 160 characters."),
  organization: z.string().optional().describe("Whose incident it was, or anonymous."),
  incidentDate: partialDate
    .optional()
    .describe("When it happened, as precisely as known: 2019, 2019-01 or 2019-01-18."),
  published: z.iso.date().optional().describe("The day the story is written, YYYY-MM-DD; today if left out."),
  provider: z.string().optional().describe("Where the cluster ran."),
  category: z.string().optional().describe("The kind of failure that fits best."),
  components: z.array(z.string()).optional().describe("What was involved, most important first."),
  severity: z
    .enum(["critical", "major", "minor"])
    .optional()
    .describe(
      "critical: a full outage or a breach; major: serious harm or long trouble; minor: little harm.",
    ),
  impact: z.string().optional().describe("What the failure did to people."),
  duration: z.string().optional().describe("How long it lasted, or unknown."),
  affected: z.string().optional().describe("Who or what was affected, or unknown."),
  sourceTitle: z.string().optional().describe("Title of the report this story is told from."),
  sourceUrl: webAddress.optional().describe("Where the report is published."),
  noticedBy: detectionSchema.shape.by.optional().describe("Who or what noticed first."),
  noticedHow: z.string().optional().describe("Which alert, graph or person said so first."),
  shouldHave: z.string().optional().describe("What would have noticed it earlier."),
  observed: z.string().optional().describe("The most telling thing that was seen, in your words."),
  where: symptomSchema.shape.where.optional().describe("Where it showed."),
  messages: lines
    .optional()
    .describe("Messages as they were printed, one a line, without anything that names your systems."),
  check: z
    .string()
    .optional()
    .describe("A read-only command that shows it; placeholders in angle brackets: <namespace>, <pod>."),
  checkExpect: z.string().optional().describe("What that command shows when this is the failure."),
  trigger: z
    .string()
    .optional()
    .describe("The last thing that changed before it began, in one or two sentences."),
  change: z.enum(changeKinds).optional().describe("What kind of change that was."),
  rootCause: z.string().optional().describe("Why it could happen. Not who: what."),
  contributing: lines.optional().describe("What made it possible, longer or worse, one thing a line."),
  mitigation: z
    .string()
    .optional()
    .describe("The first safe thing to do now, for somebody who was asleep a minute ago."),
  mitigationCommand: z.string().optional().describe("The first command to run. It only reads."),
  fix: z.string().optional().describe("The lasting repair, and why it removes the fault."),
  verify: z.string().optional().describe("A command that shows that the fix worked."),
  verifyExpect: z.string().optional().describe("What it then prints."),
  rollback: z.string().optional().describe("What to do if the fix makes it worse."),
  prevention: lines.optional().describe("What would keep it from happening again, one thing a line."),
  story: lines.optional().describe("What happened, told in 200 to 600 words."),
  why: lines.optional().describe("The mechanism, for an engineer who does not know this corner."),
  broken: lines.optional().describe("The smallest complete manifests that show the fault."),
  fixed: lines.optional().describe("The same manifests, repaired; nothing else differs."),
  guardrail: identifier
    .optional()
    .describe("A guardrail of the library that refuses the broken manifests, where one does."),
  question: z.string().optional().describe("A question to the readers worth answering."),
  options: lines.optional().describe("Two to six answers, one a line."),
  queries: lines.optional().describe("Searches that should find this story, one a line."),
});

/** What somebody tells of a failure. */
export type Answers = z.infer<typeof answersSchema>;

/** Name of one answer. */
export type AnswerName = keyof Answers;
