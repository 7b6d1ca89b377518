import type { StoryDocument } from "../story-document.ts";
import { eventReasons } from "./events.ts";
import type { Reason } from "./reason.ts";
import { stateReasons } from "./states.ts";

/** All states, reasons and exit codes on the list. */
export const reasons: readonly Reason[] = [...stateReasons, ...eventReasons];

/**
 * Ids of the stories that show a reason: its name, or one of its texts, stands as whole words in what they saw, in what
 * caused it or in how to look for it. Upper and lower case matter, as they do in names.
 */
export function storiesWith({ name, texts = [name] }: Reason, documents: readonly StoryDocument[]): string[] {
  const patterns = texts.map((text) => new RegExp(`(?<![A-Za-z0-9])${literally(text)}(?![A-Za-z0-9])`));
  return documents
    .filter((document) => {
      const told = toldText(document);
      return patterns.some((pattern) => pattern.test(told));
    })
    .map(({ id }) => id);
}

function toldText({ title, summary, symptoms, queries, causes }: StoryDocument): string {
  return [
    title,
    summary,
    ...symptoms.flatMap(({ observed, signature = "", evidence, check }) => [
      observed,
      signature,
      ...evidence,
      check?.command ?? "",
      check?.expect ?? "",
    ]),
    ...queries,
    ...causes,
  ].join("\n");
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
