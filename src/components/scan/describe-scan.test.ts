import { expect, test } from "vitest";
import { makeFinding } from "../../finding/make-finding.ts";
import { describeScan } from "./describe-scan.ts";

const finding = makeFinding({
  code: "guardrail-violation",
  file: "a.yaml",
  at: { line: 1, column: 1 },
  message: "It is so.",
  fix: "Mend it.",
});
const clean = { findings: [], objects: 2, skipped: 0, undecided: 0, guardrails: 20, milliseconds: 12.4 };

test.each([
  [
    clean,
    "Nothing found: none of the faults listed below is in this. 2 objects held against 20 guardrails in 12 ms.",
  ],
  [
    { ...clean, findings: [finding], objects: 1, milliseconds: 0.2 },
    "1 finding. 1 object held against 20 guardrails in 1 ms.",
  ],
  [
    { ...clean, findings: [finding, finding], objects: 1200, skipped: 1 },
    "2 findings. 1,200 objects held against 20 guardrails in 12 ms. 1 document was passed over: it is no Kubernetes object, or could not be read.",
  ],
  [
    { ...clean, objects: 0, skipped: 2 },
    "There is no Kubernetes object in this. 2 documents were passed over: they are no Kubernetes objects, or could not be read.",
  ],
  [{ ...clean, findings: [finding], objects: 0 }, "1 finding."],
  [
    { ...clean, undecided: 1 },
    "Nothing found: none of the faults listed below is in this. 2 objects held against 20 guardrails in 12 ms. 1 object could not be judged by every guardrail.",
  ],
])("%o", (outcome, expected) => expect(describeScan(outcome)).toBe(expected));
