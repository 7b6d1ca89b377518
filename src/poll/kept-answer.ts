/** The part of the browser's storage that a kept answer needs. */
export type AnswerStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** A poll as far as an answer to it is concerned. */
export interface AnswerablePoll {
  /** Permanent name of the poll, such as stories/orders-pods-on-one-node. */
  id: string;
  question: string;
  options: readonly string[];
}

/** Name under which an answer is kept. */
export function answerKey(id: string): string {
  return `horror-poll:${id}`;
}

/**
 * The answer a reader kept, as it is worded in the poll. An answer to another question, or one that is no longer offered,
 * does not count; neither does one that a browser refuses to give back.
 */
export function readAnswer(store: AnswerStore | undefined, poll: AnswerablePoll): string | undefined {
  try {
    const kept: unknown = JSON.parse(store?.getItem(answerKey(poll.id)) ?? "null");
    if (typeof kept !== "object" || kept === null || !("question" in kept) || !("answer" in kept))
      return undefined;
    const { question, answer } = kept;
    return question === poll.question && typeof answer === "string" && poll.options.includes(answer)
      ? answer
      : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps an answer; false where the browser refuses to keep anything. */
export function keepAnswer(store: AnswerStore | undefined, poll: AnswerablePoll, answer: string): boolean {
  return attempt(store, (kept) =>
    kept.setItem(answerKey(poll.id), JSON.stringify({ question: poll.question, answer })),
  );
}

/** Forgets an answer; false where the browser refuses. */
export function withdrawAnswer(store: AnswerStore | undefined, poll: AnswerablePoll): boolean {
  return attempt(store, (kept) => kept.removeItem(answerKey(poll.id)));
}

/** The browser's storage, where it has any and lets the page use it; asking can throw where cookies are blocked. */
export function browserStore(page: { readonly localStorage: Storage }): AnswerStore | undefined {
  try {
    return page.localStorage;
  } catch {
    return undefined;
  }
}

function attempt(store: AnswerStore | undefined, change: (store: AnswerStore) => void): boolean {
  if (!store) return false;
  try {
    change(store);
    return true;
  } catch {
    return false;
  }
}
