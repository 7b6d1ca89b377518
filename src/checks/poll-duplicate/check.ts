import type { Finding } from "../../finding/finding.ts";
import { makeFinding } from "../../finding/make-finding.ts";
import { toWriteMark } from "../../story/draft/to-write.ts";
import type { Check } from "../check.ts";

/** Every poll asks its own question; one that is still to be written asks nothing yet. */
export const check: Check = (library, { told }) => {
  const polls = [
    ...told.map(({ folder, facts, document, file }) => ({
      owner: folder.id,
      question: facts.poll?.question,
      document,
      file,
    })),
    ...library.collections.flatMap(({ id, facts, document, file }) =>
      facts?.poll && document ? [{ owner: id, question: facts.poll.question, document, file }] : [],
    ),
  ];
  const asked = new Map<string, string>();
  return polls.flatMap(({ owner, question, document, file }): Finding[] => {
    if (question === undefined || question.includes(toWriteMark)) return [];
    const words = question
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    const other = asked.get(words);
    if (other === undefined) {
      asked.set(words, owner);
      return [];
    }
    return [
      makeFinding({
        code: "poll-duplicate",
        file,
        at: document.valueAt(["poll", "question"]),
        message: `${other} asks the same question.`,
        fix: "Ask what this story makes a reader wonder.",
      }),
    ];
  });
};
