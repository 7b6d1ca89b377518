import { answerExamples } from "../../src/story/draft/answer-examples.ts";
import { answerLabels } from "../../src/story/draft/answer-labels.ts";
import { type AnswerName, type Answers, answersSchema } from "../../src/story/draft/answers.ts";
import { answerControls } from "../../src/story/draft/issue-form.ts";
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
  "coverage",
  "provenance",
  "noticedBy",
  "observed",
  "where",
  "messages",
  "alsoSeen",
  "trigger",
  "change",
  "rootCause",
  "contributing",
  "deadEnds",
  "timeline",
  "mitigation",
  "fix",
  "prevention",
  "queries",
] as const satisfies readonly AnswerName[];

/** Answers that hold several things, one a line. */
const several: readonly AnswerName[] = [
  "messages",
  "alsoSeen",
  "contributing",
  "deadEnds",
  "timeline",
  "prevention",
  "queries",
];

/** So many words are shown with the question; more are listed on request. */
const mostWords = 20;

/** What is needed to ask. */
export interface Asking {
  /** Shows a question and gives what was typed, or undefined at the end of input, where asking stops. */
  ask: (question: string) => Promise<string | undefined>;
  /** What is wrong with one of the answers, one sentence each. */
  judge: (answers: Answers, name: AnswerName) => string[];
  /** The words an answer may use, with what they mean. */
  words: (name: AnswerName) => readonly (readonly [word: string, meaning: string])[];
}

/**
 * Asks for one answer after the other. An empty one is left out; one that cannot be taken is asked for again with what
 * is wrong with it, and one that can be taken and has a fault stays where nothing else is typed.
 */
export async function askAnswers(start: Answers, asking: Asking): Promise<Answers> {
  let answers = start;
  let said =
    "Enter leaves a question out, ? says more, Ctrl+D ends the questions and writes what there is.\n";
  for (const [index, name] of asked.entries()) {
    const question = `\n${index + 1}/${asked.length} ${answerLabels[name]}\n${hint(name, asking.words(name))}> `;
    for (;;) {
      const line = await readAnswer(name, `${said}${question}`, asking.ask);
      said = "";
      if (line === undefined) return answers;
      if (line.trim() === "") break;
      if (line.trim() === "?") {
        said = `${explain(name, asking.words(name))}\n`;
        continue;
      }
      const read = readAnswers({ ...answers, [name]: line });
      if (!read.answers || read.problems.length > 0) {
        said = `${read.problems.map(({ message, fix }) => `${message} ${fix}`).join("\n")}\nAnswer again, or leave it out with Enter.\n`;
        continue;
      }
      answers = read.answers;
      const faults = asking.judge(answers, name);
      if (faults.length === 0) break;
      said = `${faults.join("\n")}\nAnswer again, or keep it with Enter.\n`;
    }
  }
  return answers;
}

/** One answer; where it holds several things, lines are read until an empty one. */
async function readAnswer(
  name: AnswerName,
  question: string,
  ask: Asking["ask"],
): Promise<string | undefined> {
  const first = await ask(question);
  if (first === undefined || !several.includes(name) || first.trim() === "" || first.trim() === "?")
    return first;
  const lines = [first];
  for (;;) {
    const line = await ask("> ");
    if (line === undefined || line.trim() === "") return lines.join("\n");
    lines.push(line);
  }
}

function hint(name: AnswerName, words: readonly (readonly [string, string])[]): string {
  const described = answersSchema.shape[name].description ?? "";
  const choice =
    words.length === 0 || described.includes(`${words[0]?.[0]}:`)
      ? ""
      : words.length <= mostWords
        ? ` One of: ${words.map(([word]) => word).join(", ")}.`
        : " ? lists the words.";
  return `${described}${choice}${several.includes(name) ? " An empty line ends it." : ""}\n`;
}

/** What the question does not say: every word that may be used, or an example. */
function explain(name: AnswerName, words: readonly (readonly [string, string])[]): string {
  if (words.length > 0)
    return words.map(([word, meaning]) => (meaning ? `  ${word} - ${meaning}` : `  ${word}`)).join("\n");
  const example = answerExamples[name];
  if (example !== undefined) return example.replaceAll(/^/gm, "  ");
  return answerControls[name] === "line" ? "One line of text." : "Text; write as much as you like.";
}
