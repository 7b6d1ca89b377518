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

/** What came of reading answers. */
export interface ReadAnswers {
  /** The answers that can be taken; undefined where the id cannot. */
  answers?: Answers;
  /** Every problem with the others. */
  problems: AnswerProblem[];
}

/**
 * Types answers that came as text: words are split at commas and line ends, empty answers are left out. Takes values by
 * name, as options, forms and issues give them; a file may also give several lines as a list, and a year as a number.
 */
export function readAnswers(raw: Readonly<Record<string, unknown>>): ReadAnswers {
  const given = Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) => {
      if (value === undefined || value === null) return [];
      const text = asText(name, value);
      if (typeof text !== "string" || name === "id") return [[name, text]];
      if (text.trim() === "") return [];
      return [[name, ofWords.includes(name) ? splitWords(text) : text]];
    }),
  );
  const read = answersSchema.safeParse(given);
  if (read.success) return { answers: read.data, problems: [] };
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
  const bad = new Set(read.error.issues.map(({ path }) => path[0]));
  const known = Object.entries(given).filter(([name]) => name in answersSchema.shape && !bad.has(name));
  const rest = answersSchema.safeParse(Object.fromEntries(known));
  return rest.success ? { answers: rest.data, problems } : { problems };
}

/** Answers that are lists of words. */
const ofWords: readonly string[] = ["components", "related"] satisfies AnswerName[];

/** Several lines that stand as a list in a file, and a number where text is meant, such as a year. */
function asText(name: string, value: unknown): unknown {
  if (typeof value === "number") return String(value);
  if (!Array.isArray(value) || ofWords.includes(name)) return value;
  return value.every((line) => typeof line === "string") ? value.join("\n") : value;
}

function splitWords(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
