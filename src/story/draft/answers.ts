import { z } from "zod";
import { changeKinds, detectionSchema } from "../schema/story.ts";
import { symptomSchema } from "../schema/symptom.ts";
import { identifier, partialDateForm, timeSpan, webAddress } from "../schema/text.ts";
import {
  readCascade,
  readDeadEnds,
  readSources,
  readSteps,
  readSymptoms,
  readTimeline,
} from "./told-lists.ts";
import { readSpan } from "./told-span.ts";

/** One or more lines as a form gives them, without the line ends of the form's system. */
const lines = z.string().transform((text) => text.replace(/\r\n?/g, "\n"));

/** Several things in one answer, in a form that `read` knows; what it cannot read is refused with its words. */
const list = (read: (text: string) => { problem?: string }) =>
  lines.superRefine((text, context) => {
    const { problem } = read(text);
    if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
  });

/** A date as precisely as it is known; nobody has to think of YAML's quotes here. */
const date = z.string().regex(partialDateForm, { error: "A date is YYYY, YYYY-MM or YYYY-MM-DD." });

const span = z.string().transform(readSpan).pipe(timeSpan);

/**
 * What somebody tells of a failure, in the words of whoever tells it. Only the id is needed; whatever else is left out
 * stays in the story as a place marked `TODO:`. The three ways to start a story (`horror new`, the page /contribute/,
 * the issue form) ask for these and for nothing else.
 */
export const answersSchema = z.strictObject({
  id: identifier.describe(
    "The story's permanent id: who and what, such as acme-probe-asked-the-old-port. Lower case letters, digits and single dashes.",
  ),
  title: z.string().optional().describe("A sentence that says the failure, 15 to 80 characters."),
  summary: z.string().optional().describe("What broke and why, 30 to 160 characters."),
  organization: z.string().optional().describe("Whose incident it was, or anonymous."),
  incidentDate: date
    .optional()
    .describe(
      "When it happened, as precisely as known: 2019, 2019-01 or 2019-01-18. Where nobody says, the year it must have been.",
    ),
  published: z.iso.date().optional().describe("The day the story is written, YYYY-MM-DD; today if left out."),
  provider: z.string().optional().describe("Where the cluster ran."),
  kubernetesVersion: z
    .string()
    .optional()
    .describe("Version of Kubernetes at the time, as 1.27 or 1.26 to 1.27; unknown if left out."),
  category: z.string().optional().describe("The kind of failure that fits best."),
  components: z
    .array(z.string())
    .optional()
    .describe(
      "What was involved, up to eight words of the vocabulary with commas between, most important first.",
    ),
  severity: z
    .enum(["critical", "major", "minor"])
    .optional()
    .describe(
      "critical: a full outage or a breach; major: serious harm or long trouble; minor: little harm.",
    ),
  impact: z.string().optional().describe("What the failure did to people."),
  duration: z.string().optional().describe("How long it lasted, in words; unknown if left out."),
  affected: z.string().optional().describe("Who or what was affected; unknown if left out."),
  sourceTitle: z.string().optional().describe("Title of the report this story is told from."),
  sourceUrl: webAddress.optional().describe("Where the report is published."),
  sourceAuthor: z.string().optional().describe("Who wrote the report, as they sign it."),
  sourcePublished: date.optional().describe("When the report was published: 2019, 2019-01 or 2019-01-18."),
  otherSources: list(readSources)
    .optional()
    .describe(
      "Further sources, one a line: primary, secondary or reference, a colon, the title and the address. Below it, where known, lines that begin with by:, on: (the date) and note:.",
    ),
  noReport: z
    .string()
    .optional()
    .describe(
      "Where those it happened to have published nothing: why, as in told here first by those who were on call. A report named above is then a retelling; without one, name documentation under other sources.",
    ),
  coverage: z
    .enum(["full", "partial"])
    .optional()
    .describe("Whether you could read the report to its end, or were there: full. Otherwise: partial."),
  provenance: z
    .string()
    .optional()
    .describe("What could not be read, and what is inferred rather than reported."),
  noticedBy: detectionSchema.shape.by.optional().describe("Who or what noticed first."),
  noticedHow: z.string().optional().describe("Which alert, graph or person said so first."),
  shouldHave: z.string().optional().describe("What would have noticed it earlier."),
  toDetect: span
    .optional()
    .describe(
      "Time from the first effects until somebody knew, as 13 minutes or 2 hours; left out if unknown.",
    ),
  toResolve: span
    .optional()
    .describe(
      "Time from the first effects until they were over, as 7 hours 30 minutes; left out if unknown.",
    ),
  observed: z.string().optional().describe("The most telling thing that was seen, in your words."),
  where: symptomSchema.shape.where.optional().describe("What showed it: users, graphs, logs, a command."),
  messages: lines
    .optional()
    .describe(
      "Messages as they were printed, one a line, without anything that names your systems. The first belongs to what you saw above; a line that begins with a space belongs to the one before it.",
    ),
  check: z
    .string()
    .optional()
    .describe("A read-only command that shows it; placeholders in angle brackets: <namespace>, <pod>."),
  checkExpect: z.string().optional().describe("What that command shows when this is the failure."),
  rulesOut: z.string().optional().describe("What would mean that it is not this failure."),
  alsoSeen: list(readSymptoms)
    .optional()
    .describe(
      `What else was seen, one thing a line, after where it showed (${symptomSchema.shape.where.options.join(", ")}) and a colon. Below it, where known, lines that begin with > (as printed), $ (a read-only command), shows: and not if:.`,
    ),
  trigger: z
    .string()
    .optional()
    .describe("The last thing that changed before it began, in one or two sentences."),
  change: z.enum(changeKinds).optional().describe("What kind of change that was."),
  rootCause: z.string().optional().describe("Why it could happen. Not who: what."),
  contributing: lines.optional().describe("What made it possible, longer or worse, one thing a line."),
  cascade: list(readCascade)
    .optional()
    .describe(
      "How one thing led to the next, each line to the one below it: trigger, fault, amplifier, symptom or impact, a colon and a few words. After an empty line another chain begins; the same words again are the same thing.",
    ),
  deadEnds: list(readDeadEnds)
    .optional()
    .describe(
      "What was tried and did not help, one thing a line. Below it lines that begin with looked right: and did not help:.",
    ),
  timeline: list(readTimeline)
    .optional()
    .describe(
      "What happened when, one thing a line: a time, a colon, a space, the event. Times may be relative. End a line with (inferred) where it is.",
    ),
  mitigation: z
    .string()
    .optional()
    .describe("The first safe thing to do now, for somebody who was asleep a minute ago."),
  mitigationSteps: list(readSteps)
    .optional()
    .describe(
      "The steps, one a line: what it does and why it is safe. Below it lines that begin with $ (its command) and, where it changes something, undo: (how to take it back). The first step only reads.",
    ),
  fix: z
    .string()
    .optional()
    .describe("The lasting repair, and why it removes the fault, in a sentence or two."),
  verify: z.string().optional().describe("A command that shows that the fix worked."),
  verifyExpect: z.string().optional().describe("What it then prints."),
  rollback: z.string().optional().describe("What to do if the fix makes it worse."),
  prevention: lines
    .optional()
    .describe(
      "What would keep it from happening again, one thing a line. Begin with mitigate: where it only hurts less and with process: where people notice or know; add library where the report does not say it, as in library process: Alert on it.",
    ),
  story: lines.optional().describe("What happened, told in 200 to 600 words."),
  why: lines.optional().describe("The mechanism, for an engineer who does not know this corner."),
  repair: lines
    .optional()
    .describe(
      "What changes between the two manifests and why that is enough, for the page's section on the fix.",
    ),
  lesson: lines.optional().describe("What would have kept it from happening, told for the page."),
  accounts: lines.optional().describe("Where accounts of it differ, if they do."),
  broken: lines.optional().describe("The smallest complete manifests that show the fault."),
  fixed: lines.optional().describe("The same manifests, repaired; nothing else differs."),
  manifestsNote: z
    .string()
    .optional()
    .describe(
      "What the manifests show and what in them is yours rather than the report's; without manifests, why none can show the fault.",
    ),
  guardrail: identifier
    .optional()
    .describe("A guardrail of the library that refuses the broken manifests, where one does."),
  noGuardrail: z.string().optional().describe("Why no policy can refuse the fault, where none can."),
  question: z.string().optional().describe("A question to the readers worth answering."),
  options: lines.optional().describe("Two to six answers, one a line."),
  related: z.array(identifier).optional().describe("Ids of related stories, with commas between."),
  queries: lines.optional().describe("Two or more searches that should find this story, one a line."),
});

/** What somebody tells of a failure. */
export type Answers = z.infer<typeof answersSchema>;

/** Name of one answer. */
export type AnswerName = keyof Answers;
