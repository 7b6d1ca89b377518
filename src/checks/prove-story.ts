import { type ManifestObject, parseManifests } from "../kube/parse-manifests.ts";
import type { StoryFolder } from "../story/library.ts";
import type { StoryFacts } from "../story/schema/story.ts";
import type { WellFormed } from "../story/well-formed.ts";
import { changedHunks, revertHunk } from "./changed-hunks.ts";
import { type CompiledGuardrail, judge } from "./compile-guardrails.ts";
import { objectName } from "./manifest-pair.ts";

/** What one guardrail decided of one object of a story. */
export interface ProofDecision {
  file: "broken" | "fixed";
  /** Kind/name. */
  object: string;
  /** 1-based line of the file on which the object starts. */
  line: number;
  /** Id of the guardrail. */
  guardrail: string;
  decision: "admit" | "deny" | "not-matched" | "error";
  /** The policy's own words, where it refuses or cannot decide. */
  message?: string;
}

/** What taking back one essential change did. */
export interface RevertedChange {
  /** Place in `manifests.essential`. */
  index: number;
  /** 1-based line of fixed.yaml at which the change was taken back. */
  line: number;
  /** Whether a guardrail refuses an object of the result that the story's proof names. */
  denied: boolean;
}

/** What of a story a proof needs, as far as it is well formed. */
export type ProvableFacts = WellFormed<Pick<StoryFacts, "guardrail" | "manifests" | "proof">>;

/** What this run proved of a story. */
export interface StoryProof {
  decisions: ProofDecision[];
  reverted: RevertedChange[];
}

/**
 * Holds a story's manifests against the guardrails it names: every object of both files, and fixed.yaml again with each
 * change that the story calls essential taken back alone. A guardrail that is not there, or a file that cannot be read,
 * proves nothing.
 */
export function proveStory(
  folder: StoryFolder,
  facts: ProvableFacts,
  guardrails: ReadonlyMap<string, CompiledGuardrail>,
): StoryProof {
  const proof: StoryProof = { decisions: [], reverted: [] };
  const { broken, fixed } = folder;
  const named = guardrailsOf(facts).flatMap((id) => guardrails.get(id) ?? []);
  const { manifests } = facts;
  if (!broken?.readable || !fixed?.readable || !manifests || "none" in manifests || named.length === 0)
    return proof;
  for (const [file, text] of [
    ["broken", broken],
    ["fixed", fixed],
  ] as const) {
    const { objects } = parseManifests(text.text, { file: text.file });
    for (const object of objects)
      for (const guardrail of named) {
        const { decision, message } = judge(guardrail, object, objects);
        proof.decisions.push({
          file,
          object: objectName(object),
          line: object.at.line,
          guardrail: guardrail.id,
          decision,
          ...(message === undefined ? {} : { message }),
        });
      }
  }
  const hunks = changedHunks(broken.text, fixed.text);
  const essential = "essential" in manifests ? (manifests.essential ?? []) : [];
  essential.forEach((text, index) => {
    if (text === undefined) return;
    for (const hunk of hunks.filter(({ removed, added }) => `${removed}${added}`.includes(text))) {
      const { objects } = parseManifests(revertHunk(fixed.text, hunk), { file: fixed.file });
      proof.reverted.push({ index, line: hunk.line, denied: refuses(objects, facts, guardrails) });
    }
  });
  return proof;
}

/** Ids of the guardrails a story names, each once. */
export function guardrailsOf({ guardrail, proof = [] }: ProvableFacts): string[] {
  return [
    ...new Set([
      ...(typeof guardrail === "string" ? [guardrail] : []),
      ...proof.flatMap((entry) => entry?.guardrail ?? []),
    ]),
  ];
}

function refuses(
  objects: readonly ManifestObject[],
  facts: ProvableFacts,
  guardrails: ReadonlyMap<string, CompiledGuardrail>,
): boolean {
  return (facts.proof ?? []).some((entry) => {
    const guardrail = guardrails.get(entry?.guardrail ?? "");
    return objects.some(
      (object) =>
        guardrail !== undefined &&
        objectName(object) === entry?.object &&
        judge(guardrail, object, objects).decision === "deny",
    );
  });
}
