import { describe, expect, test } from "vitest";
import {
  readCascade,
  readDeadEnds,
  readPrevention,
  readSources,
  readSteps,
  readSymptoms,
  readTimeline,
} from "./told-lists.ts";
import { readSpan } from "./told-span.ts";

test("sources say their kind, title and address, and below that who and when", () => {
  expect(
    readSources(
      "primary: A talk: the video https://example.com/v\nby: A. Speaker\non: 2019-05\nnote: Slides 1 to 9.\n\nhttp://example.com/x",
    ),
  ).toEqual({
    items: [
      {
        title: "A talk: the video",
        url: "https://example.com/v",
        author: "A. Speaker",
        published: "2019-05",
        kind: "primary",
        note: "Slides 1 to 9.",
      },
      { title: "TODO: Its title.", url: "http://example.com/x", kind: "secondary" },
    ],
  });
});

test("symptoms say where, and below that what was printed, shown and ruled out", () => {
  expect(
    readSymptoms(
      "Metrics:  Memory   climbs.\n> one\n> two\n$ kubectl top pods\nshows: It.\nnot if: It is low.\nOnly: this",
    ),
  ).toEqual({
    items: [
      {
        observed: "Memory climbs.",
        where: "metrics",
        lines: ["one", "two"],
        command: "kubectl top pods",
        expect: "It.",
        rulesOut: "It is low.",
      },
      { observed: "Only: this", lines: [] },
    ],
  });
});

test("steps that say how to undo them change something", () => {
  expect(readSteps("Look.\n$ kubectl get pods\nScale.\n$ kubectl scale\nundo: Scale back.").items).toEqual([
    { does: "Look.", command: "kubectl get pods", effect: "reads" },
    { does: "Scale.", command: "kubectl scale", effect: "changes", undo: "Scale back." },
  ]);
});

test("times keep their own colons", () => {
  expect(readTimeline("2023-03-14 17:40 UTC: It began: slowly.\n+1 hour: Over (inferred)").items).toEqual([
    { at: "2023-03-14 17:40 UTC", event: "It began: slowly." },
    { at: "+1 hour", event: "Over", inferred: true },
  ]);
});

test("dead ends without their reasons are marked", () => {
  expect(readDeadEnds("A restart.\nlooked right: It often helps.").items).toEqual([
    { tried: "A restart.", lookedRight: "It often helps.", didNotHelp: "TODO: Why it did not help." },
  ]);
});

test("prevention says its kind and whose it is", () => {
  expect(
    readPrevention("Do this.\nlibrary, process: Alert.\nMitigate: Less.\nNote: this").map(Object.values),
  ).toEqual([
    ["prevent", "Do this.", "report"],
    ["process", "Alert.", "library"],
    ["mitigate", "Less.", "report"],
    ["prevent", "Note: this", "report"],
  ]);
});

test("chains meet where they say the same", () => {
  expect(readCascade("trigger: A\nsymptom: C\n\nfault: B\nsymptom: C\nimpact: D\n").cascade).toEqual({
    nodes: [
      { id: "trigger", kind: "trigger", label: "A" },
      { id: "symptom", kind: "symptom", label: "C" },
      { id: "fault", kind: "fault", label: "B" },
      { id: "impact", kind: "impact", label: "D" },
    ],
    arrows: [
      { from: "trigger", to: "symptom" },
      { from: "fault", to: "symptom" },
      { from: "symptom", to: "impact" },
    ],
  });
  expect(readCascade("symptom: A\nsymptom: B").cascade.nodes.map(({ id }) => id)).toEqual([
    "symptom",
    "symptom-2",
  ]);
});

describe("what cannot be read is said, with what to write", () => {
  test.each([
    [
      "a source without an address",
      readSources("primary: A talk"),
      /"primary: A talk" does not end with an address/,
    ],
    ["a time that is missing", readTimeline("It began"), /"It began" does not begin with a time/],
    [
      "a part that is none",
      readCascade("cause: A"),
      /Write one of trigger, fault, amplifier, symptom, impact/,
    ],
    [
      "a mark above everything",
      readSteps("$ kubectl get pods"),
      /"\$ kubectl get pods" belongs to the line above it/,
    ],
    ["a mark above every symptom", readSymptoms("not if: It is."), /belongs to the line above/],
  ])("%s", (_, { problem }, words) => {
    expect(problem).toMatch(words);
  });
});

test.each([
  ["7 hours 30 minutes", "PT7H30M"],
  ["7h30m", "PT7H30M"],
  ["1 day and 2 hours", "P1DT2H"],
  ["13 min", "PT13M"],
  ["PT4H22M", "PT4H22M"],
  ["a while", "a while"],
  ["3 weeks", "3 weeks"],
])("a length of time: %s", (text, span) => {
  expect(readSpan(text)).toBe(span);
});
