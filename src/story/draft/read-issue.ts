import { answerLabels } from "./answer-labels.ts";
import type { AnswerName } from "./answers.ts";

const names = new Map(
  (Object.entries(answerLabels) as [AnswerName, string][]).map(([name, label]) => [label, name]),
);

/**
 * Reads the answers out of an issue made with the issue form: each is a heading of the third level with the answer below
 * it, as GitHub writes them. Headings that are no label of ours belong to the answer they stand in. Values are raw text:
 * `readAnswers` gives them their types.
 */
export function readIssue(body: string): Partial<Record<AnswerName, string>> {
  const parts: { name: AnswerName; lines: string[] }[] = [];
  for (const line of body.replace(/\r\n?/g, "\n").split("\n")) {
    const name = names.get(/^### (.+?)\s*$/.exec(line)?.[1] ?? "");
    if (name !== undefined && !parts.some((part) => part.name === name)) parts.push({ name, lines: [] });
    else parts.at(-1)?.lines.push(line);
  }
  return Object.fromEntries(
    parts.flatMap(({ name, lines }) => {
      const text = withoutFence(lines.join("\n").trim());
      return text === "" || text === "_No response_" || text === "None" ? [] : [[name, text]];
    }),
  );
}

/** GitHub puts an answer that is shown as code between fences. */
function withoutFence(text: string): string {
  return /^(`{3,})[a-z]*\n([\s\S]*?)\n?\1$/.exec(text)?.[2] ?? text;
}
