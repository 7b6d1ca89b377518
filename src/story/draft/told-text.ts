import { type AnswerName, answersSchema } from "./answers.ts";
import { toWrite } from "./to-write.ts";

/** The lines of an answer, without empty ones and without white space at their ends. */
export function splitLines(text: string | undefined): string[] {
  return (text ?? "")
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== "");
}

/** A text on one line; undefined where it says nothing. */
export function oneLine(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.replace(/\s+/g, " ").trim();
  return text === "" ? undefined : text;
}

/** What an answer is about, as its mark says it. */
export function describeAnswer(name: AnswerName): string {
  return answersSchema.shape[name].description ?? "";
}

/** A text on one line, or the mark of what is still to be written. */
export function told(value: unknown, name: AnswerName): string {
  return oneLine(value) ?? toWrite(describeAnswer(name));
}
