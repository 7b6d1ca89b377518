import { expect, test } from "vitest";
import { blanksOf } from "./blanks.ts";

const facts = {
  symptoms: [
    {
      observed: "x",
      where: "logs" as const,
      check: { command: "kubectl get pod <pod> -n <namespace>", expect: "<none>" },
    },
  ],
  mitigation: {
    summary: "x",
    steps: [{ does: "x", command: "a <name> <pod>", effect: "reads" as const, undo: "b <revision>" }],
  },
  fix: { summary: "x", verify: [{ command: "c > out < in", expect: "x" }], rollback: "x" },
} as unknown as Parameters<typeof blanksOf>[0];

test("every blank of a command is named once, in the order of the page; other angle brackets are none", () => {
  expect(blanksOf(facts)).toEqual(["pod", "namespace", "name", "revision"]);
});
