import { z } from "zod";
import { pollSchema } from "../../poll/schema.ts";
import { cascadeSchema } from "./cascade.ts";
import { correctionSchema, kubernetesMinor, withdrawnSchema } from "./life.ts";
import { guardrailReferenceSchema, manifestsSchema, proofSchema } from "./manifests.ts";
import { deadEndSchema, fixSchema, mitigationSchema, preventionSchema } from "./response.ts";
import { provenanceSchema, sourceSchema } from "./source.ts";
import { symptomSchema } from "./symptom.ts";
import { identifier, partialDate, prose, proseOrUnknown, timeSpan } from "./text.ts";

/** What the failure did to people. */
export const impactSchema = z.strictObject({
  summary: prose(500).describe("What the failure did."),
  duration: proseOrUnknown(200).describe("How long it lasted, or unknown."),
  affected: proseOrUnknown(200).describe("Who or what was affected, or unknown."),
});

/** How it was noticed, and what should have noticed it. */
export const detectionSchema = z.strictObject({
  by: z
    .enum(["alert", "monitoring", "customer", "colleague", "operator", "provider", "unknown"])
    .describe("Who or what noticed first."),
  how: prose(600).describe("How it was noticed."),
  shouldHave: prose(600).describe("What should have noticed it."),
});

/** What kinds of change set failures off. */
export const changeKinds = [
  "deployment",
  "configuration",
  "upgrade",
  "migration",
  "maintenance",
  "scaling",
  "credentials",
  "deletion",
  "growth",
  "provider",
  "attack",
  "none",
  "unknown",
] as const;

/** How long it took, counted from the moment the failure began to have effects. */
export const timesSchema = z.strictObject({
  toDetect: timeSpan
    .optional()
    .describe("Until somebody knew of it, as in PT13M; left out where the sources do not say."),
  toResolve: timeSpan
    .optional()
    .describe("Until its effects were over, as in PT4H22M; left out where the sources do not say."),
});

/** Something that happened at a time; relative times such as +20 minutes are allowed. */
export const timelineEntrySchema = z.strictObject({
  at: prose(80).describe("When, as the source says it: a date, a time, +20 minutes."),
  event: prose(600).describe("What happened."),
  inferred: z
    .boolean()
    .optional()
    .describe("true where the time or the event is inferred rather than reported."),
});

/** The facts of a story: the front matter of story.mdx. */
export const storySchema = z
  .strictObject({
    title: z.string().min(15).max(80).describe("A sentence that says the failure, at most 80 characters."),
    summary: z.string().min(30).max(160).describe("What broke and why, at most 160 characters."),
    status: z
      .enum(["draft", "reviewed", "withdrawn"])
      .describe("draft: not published; reviewed: published; withdrawn: kept at its address with the reason."),
    withdrawn: withdrawnSchema
      .optional()
      .describe("When and why it was withdrawn; required with status: withdrawn, and only there."),
    formerIds: z
      .array(identifier)
      .min(1)
      .max(10)
      .optional()
      .describe("Ids the story had before; their addresses lead to it for good."),
    corrections: z
      .array(correctionSchema)
      .min(1)
      .max(50)
      .optional()
      .describe("What was corrected since it was published, in the order in which it was."),
    organization: prose(80).describe("Whose incident it was, or anonymous."),
    incidentDate: partialDate.describe(
      'When it happened, as precisely as known: "2019", "2019-01" or 2019-01-18.',
    ),
    published: z.iso.date().describe("Day on which the story joined the library, YYYY-MM-DD."),
    updated: z.iso.date().optional().describe("Day of the last correction, YYYY-MM-DD."),
    provenance: provenanceSchema.describe(
      "What kind of story this is and how well its sources could be read.",
    ),
    provider: z.string().describe("Where the cluster ran: a provider of vocabulary.yaml."),
    kubernetesVersion: z
      .union([
        z.literal("unknown"),
        z
          .string()
          .regex(/^1\.\d+( to 1\.\d+)?$/, { error: 'A version is "1.10", "1.10 to 1.12" or unknown.' }),
      ])
      .describe('Kubernetes version or range at the time: "1.10", "1.10 to 1.12", or unknown.'),
    holdsOn: kubernetesMinor
      .optional()
      .describe(
        'Version of Kubernetes on which it can still happen, as in "1.34"; fixed.yaml must be valid there.',
      ),
    category: z.string().describe("The category of vocabulary.yaml that fits best."),
    components: z
      .array(z.string())
      .min(1)
      .max(8)
      .describe("What was involved: components of vocabulary.yaml, most important first."),
    severity: z
      .enum(["critical", "major", "minor"])
      .describe(
        "critical: a full outage or a breach; major: serious harm or long trouble; minor: little harm.",
      ),
    impact: impactSchema.describe("What the failure did to people."),
    sources: z
      .array(sourceSchema)
      .min(1)
      .max(20)
      .describe("Where the facts come from, the primary source first."),
    noPrimarySource: prose(300).optional().describe("Why there is no primary source, where there is none."),
    detection: detectionSchema.describe("How it was noticed, and what should have noticed it."),
    symptoms: z.array(symptomSchema).min(1).max(10).describe("What was seen, most telling first."),
    trigger: prose(600).describe("What set it off."),
    change: z
      .enum(changeKinds)
      .describe(
        "What kind of change set it off: deployment (an application or add-on), configuration (a setting, flag, template or policy), upgrade (Kubernetes, a node image, an add-on's version), migration (to another cluster or platform), maintenance (nodes replaced, drained, restarted), scaling (nodes or replicas that came or went), credentials (rotated or run out), deletion, growth (of traffic, data or the cluster), provider (outside of the cluster), attack, none (it had been waiting), unknown.",
      ),
    times: timesSchema.optional().describe("How long it took to notice and to end, where known."),
    rootCause: prose(1200).describe("Why it could happen."),
    contributing: z.array(prose(500)).max(10).describe("What made it possible, longer or worse."),
    cascade: cascadeSchema.describe("How one thing led to the next."),
    deadEnds: z
      .array(deadEndSchema)
      .max(6)
      .optional()
      .describe("What was tried and did not help, where known."),
    timeline: z
      .array(timelineEntrySchema)
      .min(2)
      .max(20)
      .optional()
      .describe("What happened when, where known."),
    mitigation: mitigationSchema.describe("The first safe thing to do now."),
    fix: fixSchema.describe("The lasting repair."),
    manifests: manifestsSchema.describe("The pair broken.yaml and fixed.yaml, or why there is none."),
    prevention: z.array(preventionSchema).min(1).max(10).describe("What keeps it from happening again."),
    guardrail: guardrailReferenceSchema.describe(
      "The policy that would have refused the fault: its id, or none with the reason.",
    ),
    proof: z
      .array(proofSchema)
      .max(6)
      .optional()
      .describe("Which object of broken.yaml which guardrail refuses."),
    poll: pollSchema.describe("A question worth answering."),
    related: z.array(identifier).max(6).describe("Ids of related stories."),
    queries: z.array(prose(200)).min(2).max(12).describe("Two or more searches that must find this story."),
  })
  .describe("The facts of a story.");

/** The facts of a story. */
export type StoryFacts = z.infer<typeof storySchema>;
