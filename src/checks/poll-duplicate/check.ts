import type { Finding } from "../../finding/finding.ts";
import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";

/** Every poll asks its own question. A draft may still carry that of the template it was copied from. */
export const check: Check = (library, { told }) => {
  const polls = [
    ...told.map(({ folder, facts, document, file }) => ({
      owner: folder.id,
      poll: facts.poll,
      document,
      file,
      draft: facts.status === "draft",
    })),
    ...library.collections.flatMap(({ id, facts, document, file }) =>
      facts?.poll && document ? [{ owner: id, poll: facts.poll, document, file, draft: false }] : [],
    ),
  ];
  const asked = new Map<string, string>();
  return polls.flatMap(({ owner, poll, document, file, draft }): Finding[] => {
    const words = poll.question
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    const other = asked.get(words);
    if (other === undefined || (other === "_template" && draft)) {
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
