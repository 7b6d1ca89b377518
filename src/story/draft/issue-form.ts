import { changeKinds, detectionSchema } from "../schema/story.ts";
import { symptomSchema } from "../schema/symptom.ts";
import type { Vocabulary } from "../schema/vocabulary.ts";
import { answerExamples } from "./answer-examples.ts";
import { answerLabels } from "./answer-labels.ts";
import { type AnswerName, answersSchema } from "./answers.ts";

/** How a form asks for an answer. */
export type AnswerControl = "line" | "text" | "code" | "choice";

/** How each answer is asked for; the id is not asked in an issue, whoever takes it in chooses one. */
export const answerControls: Readonly<Record<AnswerName, AnswerControl>> = {
  id: "line",
  title: "line",
  summary: "line",
  organization: "line",
  incidentDate: "line",
  published: "line",
  provider: "choice",
  kubernetesVersion: "line",
  category: "choice",
  components: "line",
  severity: "choice",
  impact: "line",
  duration: "line",
  affected: "line",
  sourceTitle: "line",
  sourceUrl: "line",
  sourceAuthor: "line",
  sourcePublished: "line",
  otherSources: "text",
  noReport: "text",
  coverage: "choice",
  provenance: "text",
  noticedBy: "choice",
  noticedHow: "line",
  shouldHave: "line",
  toDetect: "line",
  toResolve: "line",
  observed: "line",
  where: "choice",
  messages: "code",
  check: "line",
  checkExpect: "line",
  rulesOut: "line",
  alsoSeen: "text",
  trigger: "line",
  change: "choice",
  rootCause: "text",
  contributing: "text",
  cascade: "text",
  deadEnds: "text",
  timeline: "text",
  mitigation: "text",
  mitigationSteps: "text",
  fix: "text",
  verify: "line",
  verifyExpect: "line",
  rollback: "text",
  prevention: "text",
  story: "text",
  why: "text",
  repair: "text",
  lesson: "text",
  accounts: "text",
  broken: "code",
  fixed: "code",
  manifestsNote: "text",
  guardrail: "line",
  noGuardrail: "text",
  question: "line",
  options: "text",
  related: "line",
  queries: "text",
};

/** What an issue asks for: enough to tell what happened, and short enough to be filled in on the morning after. */
export const issueAnswers = [
  "title",
  "story",
  "organization",
  "incidentDate",
  "sourceUrl",
  "provider",
  "category",
  "severity",
  "impact",
  "messages",
  "observed",
  "noticedBy",
  "trigger",
  "rootCause",
  "timeline",
  "deadEnds",
  "mitigation",
  "fix",
  "broken",
  "fixed",
] as const satisfies readonly AnswerName[];

/** The answers an issue cannot do without. */
const required: readonly AnswerName[] = ["title", "story"];

/** Words that a choice offers, by answer. */
export function answerChoices(
  vocabulary: Pick<Vocabulary, "categories" | "providers">,
): Readonly<Partial<Record<AnswerName, readonly string[]>>> {
  return {
    provider: Object.keys(vocabulary.providers),
    category: Object.keys(vocabulary.categories),
    severity: answersSchema.shape.severity.unwrap().options,
    coverage: answersSchema.shape.coverage.unwrap().options,
    noticedBy: detectionSchema.shape.by.options,
    where: symptomSchema.shape.where.options,
    change: changeKinds,
  };
}

/**
 * The issue form "Tell a story", as GitHub reads it: a value to be written as YAML. Its labels are the headings that
 * `readIssue` looks for. Source of the form: GitHub, "Syntax for issue forms".
 */
export function issueForm(vocabulary: Pick<Vocabulary, "categories" | "providers">): Record<string, unknown> {
  const choices = answerChoices(vocabulary);
  return {
    name: "Tell a story",
    description: "Something broke, and you would like others to learn from it. You need not write a page.",
    title: "Story: ",
    labels: ["story"],
    body: [
      {
        type: "markdown",
        attributes: {
          value:
            "Thank you. Tell what you can; only the title and what happened are needed. Leave out names, addresses and anything secret: this issue is public. Blame nobody. A maintainer makes a draft of it with `horror new ID --from-issue FILE` and comes back to you before it is published.",
        },
      },
      ...issueAnswers.map((name) => formField(name, choices[name])),
    ],
  };
}

function formField(name: AnswerName, options: readonly string[] | undefined): Record<string, unknown> {
  const control = answerControls[name];
  const attributes = {
    label: answerLabels[name],
    description: answersSchema.shape[name].description ?? "",
    ...(answerExamples[name] === undefined ? {} : { placeholder: answerExamples[name] }),
    ...(control === "code" ? { render: name === "messages" ? "text" : "yaml" } : {}),
    ...(options === undefined ? {} : { options }),
  };
  const type = control === "line" ? "input" : control === "choice" ? "dropdown" : "textarea";
  return { type, id: name, attributes, validations: { required: required.includes(name) } };
}
