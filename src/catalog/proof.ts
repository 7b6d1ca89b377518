import { proveStory } from "../checks/prove-story.ts";
import { withoutAddress } from "../guardrail/without-address.ts";
import { compiledGuardrails } from "./compiled-guardrails.ts";
import type { StoryView } from "./stories.ts";

/** An object of a story's manifests before and after the fix, as a guardrail judges it. */
export interface ProvedObject {
  /** Kind/name. */
  object: string;
  /** Id of the guardrail. */
  guardrail: string;
  /** What the guardrail says to the object of broken.yaml, which it refuses, without the address of the story itself. */
  message: string;
  /** Whether it admits the object of fixed.yaml. */
  admitted: boolean;
}

/** What this build proved of a story; shown as it came out, and only that. */
export interface ProofView {
  objects: ProvedObject[];
  /** Essential changes that were taken back one at a time, and how many of the results were refused again. */
  takenBack: { changes: number; refused: number };
}

/** Holds a story's manifests against its guardrails; undefined where nothing of broken.yaml is refused. */
export function storyProof({ folder, facts }: StoryView): ProofView | undefined {
  const { decisions, reverted } = proveStory(folder, facts, compiledGuardrails());
  const objects = decisions
    .filter(({ file, decision }) => file === "broken" && decision === "deny")
    .map(({ object, guardrail, message = "" }) => ({
      object,
      guardrail,
      message: withoutAddress(message).replace(/\s+/g, " "),
      admitted: decisions
        .filter((other) => other.file === "fixed" && other.object === object && other.guardrail === guardrail)
        .every(({ decision }) => decision === "admit" || decision === "not-matched"),
    }));
  if (objects.length === 0) return undefined;
  const refused = reverted.filter(({ denied }) => denied).length;
  return { objects, takenBack: { changes: reverted.length, refused } };
}
