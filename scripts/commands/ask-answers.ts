import { answerLabels } from "../../src/story/draft/answer-labels.ts";
import { type AnswerName, type Answers, answersSchema } from "../../src/story/draft/answers.ts";
import { readAnswers } from "../../src/story/draft/read-answers.ts";

/** What is asked for in a terminal: enough for a story somebody else can finish. */
const asked = [
  "title",
  "summary",
  "organization",
  "incidentDate",
  "provider",
  "category",
  "components",
  "severity",
  "impact",
  "sourceTitle",
  "sourceUrl",
  "observed",
  "messages",
  "trigger",
  "rootCause",
  "mitigation",
  "fix",
] as const satisfies readonly AnswerName[];

/**
 * Asks for one answer after the other; an empty one is left out, and one that cannot be taken is asked for again with
 * what is wrong with it. Takes a function that shows a question and gives a line, or undefined at the end of input,
 * where asking stops.
 */
export async function askAnswers(
  start: Answers,
  ask: (question: string) => Promise<string | undefined>,
): Promise<Answers> {
  let answers = start;
  for (const name of asked) {
    const hint = answersSchema.shape[name].description ?? "";
    let complaint = "";
    for (;;) {
      const line = await ask(`${complaint}${answerLabels[name]} - ${hint}\n> `);
      if (line === undefined) return answers;
      if (line.trim() === "") break;
      const read = readAnswers({ ...answers, [name]: line });
      if ("answers" in read) {
        answers = read.answers;
        break;
      }
      complaint = read.problems.map(({ message, fix }) => `${message} ${fix}\n`).join("");
    }
  }
  return answers;
}
