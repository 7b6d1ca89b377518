import { answerLabels } from "./answer-labels.ts";
import type { AnswerName, Answers } from "./answers.ts";

/** Writes answers as the body of an issue, in the form `readIssue` reads and GitHub's issue form makes. */
export function writeIssue(answers: Answers): string {
  return (Object.keys(answerLabels) as AnswerName[])
    .flatMap((name) => {
      const value = answers[name];
      if (value === undefined) return [];
      return [`### ${answerLabels[name]}\n\n${Array.isArray(value) ? value.join(", ") : value.trimEnd()}\n`];
    })
    .join("\n");
}
