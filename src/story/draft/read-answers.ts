import { describeIssue } from "../describe-issue.ts";
import { descriptionAt, knownKeysAt } from "../schema-lookup.ts";
import { type AnswerName, type Answers, answersSchema } from "./answers.ts";

/** A problem with one answer, in the words a finding would have. */
export interface AnswerProblem {
  /** The answer; undefined where it is about an answer nobody knows. */
  name?: AnswerName;
  message: string;
  fix: string;
}

/** What came of reading answers: the answers, or every problem with them. */
export type ReadAnswers = { answers: Answers } | { problems: AnswerProblem[] };

/**
 * Types answers that came as text: lists are split at commas and line ends, empty answers are left out. Takes values by
 * name, as options, forms and issues give them.
 */
export function readAnswers(raw: Readonly<Record<string, unknown>>): ReadAnswers {
  const given = Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) => {
      if (value === undefined || value === null) return [];
      if (typeof value !== "string" || name === "id") return [[name, value]];
      if (value.trim() === "") return [];
      return [[name, name === "components" ? splitWords(value) : value]];
    }),
  );
  const read = answersSchema.safeParse(given);
  if (read.success) return { answers: read.data };
  const problems = read.error.issues.flatMap((issue) => {
    const path = issue.path.filter((step) => typeof step !== "symbol");
    const [name] = path;
    const described = describeIssue(issue, {
      knownKeys: knownKeysAt(answersSchema, path),
      description: descriptionAt(answersSchema, path),
      found: name === undefined ? given : given[name],
    });
    return described.map(({ message, fix }) =>
      typeof name === "string" && name in answersSchema.shape
        ? { name: name as AnswerName, message, fix }
        : { message, fix },
    );
  });
  return { problems };
}

function splitWords(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
