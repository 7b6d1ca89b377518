import { expect, test } from "vitest";
import type { FindingCode } from "../finding/codes.ts";
import { findingCodes } from "../finding/codes.ts";
import { factsOfCheck } from "./check-facts.ts";

test("a manifest's warning says where it is found, what follows and how it is silenced", () => {
  expect(factsOfCheck("manifest-deprecated-api")).toEqual({
    commands: [
      {
        command: "horror validate",
        where: "In any manifests.",
        outcome: "A warning: exit code 0, or 1 with `--fail-on warning`.",
      },
      {
        command: "horror check",
        where: "In the manifests of stories and guardrails, and in the YAML of prose.",
        outcome: "A warning: exit code 0, or 1 with `--fail-on warning`; the library is built.",
      },
    ],
    silencing: {
      by: "by code",
      annotation:
        'metadata:\n  annotations:\n    kubernetes-horror-stories/ignore.manifest-deprecated-api: "the reason"\n',
    },
    canBeExpected: true,
  });
});

test("what a guardrail refuses is silenced by the guardrail's id, and only a scan says it", () => {
  const { commands, silencing, canBeExpected } = factsOfCheck("guardrail-violation");
  expect(commands.map(({ command }) => command)).toEqual(["horror scan"]);
  expect(silencing?.annotation).toContain("kubernetes-horror-stories/ignore.<guardrail>:");
  expect(canBeExpected).toBe(false);
});

test("every code is found by something, and a leak is never silenced", () => {
  const codes = Object.keys(findingCodes) as FindingCode[];
  expect(codes.filter((code) => factsOfCheck(code).commands.length === 0)).toEqual([]);
  expect(factsOfCheck("leaked-credential").silencing).toBeUndefined();
});
