import { expect, test } from "vitest";
import type { StoryDocument } from "../story-document.ts";
import { reasons, storiesWith } from "./index.ts";

const story = (id: string, observed: string): StoryDocument => ({
  id,
  title: id,
  summary: "",
  terms: [],
  symptoms: [{ observed, evidence: [] }],
  queries: [],
  causes: [],
  responses: [],
  prose: "",
});
const named = (name: string) => reasons.find((reason) => reason.name === name) ?? expect.fail(name);

test("a name stands once on the list, with a meaning and a source", () => {
  expect(reasons.length).toBeGreaterThan(80);
  expect(new Set(reasons.map(({ kind, name }) => `${kind} ${name}`)).size).toBe(reasons.length);
  for (const { name, meaning, source } of reasons) {
    expect(meaning, name).toMatch(/^[A-Z].*\.$/);
    expect(new URL(source).protocol, name).toBe("https:");
  }
});

test("a story is about a reason where it says so in whole words", () => {
  const stories = [
    story("a", "Events of FailedScheduling"),
    story("b", "NotFailedSchedulingAtAll"),
    story("c", "failedscheduling"),
    story("d", "exit code 137"),
    story("e", "1370 pods"),
  ];
  expect(storiesWith(named("FailedScheduling"), stories)).toEqual(["a"]);
  expect(storiesWith(named("137"), stories)).toEqual(["d"]);
});
