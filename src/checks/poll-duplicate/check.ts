import type { Finding } from "../../finding/finding.ts";
import { makeFinding } from "../../finding/make-finding.ts";
import { toWriteMark } from "../../story/draft/to-write.ts";
import type { Check } from "../check.ts";

/** Every poll asks its own question; one that is still to be written asks nothing yet. */
export const check: Check = (library, { told }) => {
  const polls = [
    ...told.map(({ folder, facts, document, file }) => ({
      owner: folder.id,
      poll: facts.poll,
      document,
      file,
    })),
    ...library.collections.flatMap(({ id, facts, document, file }) =>
      facts?.poll && document ? [{ owner: id, poll: facts.poll, document, file }] : [],
    ),
  ];
  const asked = new Map<string, string>();
  return polls.flatMap(({ owner, poll, document, file }): Finding[] => {
    if (poll.question.includes(toWriteMark)) return [];
    const words = poll.question
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
