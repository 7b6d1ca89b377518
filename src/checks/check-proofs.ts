import type { Finding } from "../finding/finding.ts";
import { makeFinding } from "../finding/make-finding.ts";
import type { CheckContext, ToldStory } from "./check.ts";
import { decisionWords } from "./check-guardrails.ts";
import { guardrailsOf, type ProofDecision, proveStory, type StoryProof } from "./prove-story.ts";
import { isStoryWanted } from "./wanted-story.ts";

/**
 * What a story claims of its guardrails holds: each refuses the object of broken.yaml that the proof names and nothing in
 * fixed.yaml, and taking back an essential change alone brings a refusal back.
 */
export function checkProofs({ told, guardrails, wanted }: CheckContext): Finding[] {
  return told.flatMap((story) => {
    if (!isStoryWanted(story.folder, wanted)) return [];
    // An expression that does not compile, or that costs too much, is reported where it stands, not in every story that needs it.
    const whole = guardrailsOf(story.facts).every((id) => {
      const guardrail = guardrails.get(id);
      return guardrail?.findings.length === 0 && !guardrail.exhausted;
    });
    if (!whole) return [];
    const proof = proveStory(story.folder, story.facts, guardrails);
    return [...missed(story, proof), ...refused(story, proof), ...notProved(story, proof)];
  });
}

function missed({ facts, document, file }: ToldStory, { decisions }: StoryProof): Finding[] {
  return (facts.proof ?? []).flatMap((entry, index) => {
    const { object, guardrail } = entry ?? {};
    if (object === undefined || guardrail === undefined) return [];
    const made = decisions.filter(
      (decision) =>
        decision.file === "broken" && decision.object === object && decision.guardrail === guardrail,
    );
    const [first] = made;
    if (!first || made.some(({ decision }) => decision === "deny")) return [];
    return [
      makeFinding({
        code: "guardrail-misses-broken",
        file,
        at: document.valueAt(["proof", index, "guardrail"]),
        message: decisionWords(guardrail, first, `${object} of broken.yaml`),
        fix: "Make the policy refuse the fault, or correct what the proof names.",
      }),
    ];
  });
}

function refused({ folder }: ToldStory, { decisions }: StoryProof): Finding[] {
  return decisions
    .filter(({ file, decision }) => file === "fixed" && (decision === "deny" || decision === "error"))
    .map((decision: ProofDecision) =>
      makeFinding({
        code: "guardrail-refuses-fixed",
        file: folder.fixed?.file ?? folder.folder,
        at: { line: decision.line, column: 1 },
        message: decisionWords(decision.guardrail, decision, decision.object),
        fix: "Repair what it refuses, or make the policy narrower.",
      }),
    );
}

function notProved({ facts, document, file }: ToldStory, { decisions, reverted }: StoryProof): Finding[] {
  // Without a refusal of the fault itself, or without its object in fixed.yaml, there is nothing to bring back.
  const stands = (facts.proof ?? []).some(
    (entry) =>
      decisions.some(
        (made) =>
          made.file === "broken" &&
          made.object === entry?.object &&
          made.guardrail === entry.guardrail &&
          made.decision === "deny",
      ) && decisions.some((made) => made.file === "fixed" && made.object === entry?.object),
  );
  if (!stands) return [];
  return reverted
    .filter(({ denied }) => !denied)
    .map(({ index, line }) =>
      makeFinding({
        code: "essential-not-proved",
        file,
        at: document.valueAt(["manifests", "essential", index]),
        message: `With this change taken back (line ${line} of fixed.yaml), ${guardrailsOf(facts).join(" and ")} still ${guardrailsOf(facts).length === 1 ? "admits" : "admit"} the result.`,
        fix: "Leave it out of essential, or make the guardrail notice.",
      }),
    );
}
