import { describe, expect, test } from "vitest";
import {
  type AnswerStore,
  answerKey,
  browserStore,
  keepAnswer,
  readAnswer,
  withdrawAnswer,
} from "./kept-answer.ts";

const poll = { id: "stories/a", question: "Who noticed first?", options: ["An alert", "A customer"] };

function memory(entries: Record<string, string> = {}): AnswerStore & { entries: Map<string, string> } {
  const map = new Map(Object.entries(entries));
  return {
    entries: map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

const refusing: AnswerStore = {
  getItem: () => {
    throw new Error("SecurityError");
  },
  setItem: () => {
    throw new Error("QuotaExceededError");
  },
  removeItem: () => {
    throw new Error("SecurityError");
  },
};

describe("an answer", () => {
  test("is kept, changed and withdrawn", () => {
    const store = memory();
    expect(readAnswer(store, poll)).toBeUndefined();
    expect(keepAnswer(store, poll, "An alert")).toBe(true);
    expect(readAnswer(store, poll)).toBe("An alert");
    expect(keepAnswer(store, poll, "A customer")).toBe(true);
    expect(readAnswer(store, poll)).toBe("A customer");
    expect(withdrawAnswer(store, poll)).toBe(true);
    expect(store.entries.size).toBe(0);
  });

  test("belongs to its own poll", () => {
    const store = memory();
    keepAnswer(store, poll, "An alert");
    expect(readAnswer(store, { ...poll, id: "stories/b" })).toBeUndefined();
  });

  test.each([
    ["another question", JSON.stringify({ question: "Who else?", answer: "An alert" })],
    ["an answer no longer offered", JSON.stringify({ question: poll.question, answer: "A dog" })],
    ["broken text", "{"],
    ["something else", "[]"],
    ["nothing", "null"],
  ])("does not count: %s", (_what, kept) => {
    expect(readAnswer(memory({ [answerKey(poll.id)]: kept }), poll)).toBeUndefined();
  });
});

describe("a browser that keeps nothing", () => {
  test.each([
    ["refuses", refusing],
    ["has no storage", undefined],
  ])("%s", (_what, store) => {
    expect(readAnswer(store, poll)).toBeUndefined();
    expect(keepAnswer(store, poll, "An alert")).toBe(false);
    expect(withdrawAnswer(store, poll)).toBe(false);
  });

  test("does not let the page ask", () => {
    const page = {
      get localStorage(): Storage {
        throw new Error("SecurityError");
      },
    };
    expect(browserStore(page)).toBeUndefined();
  });
});
