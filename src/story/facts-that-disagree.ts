import type { Finding } from "../finding/finding.ts";
import { makeFinding } from "../finding/make-finding.ts";
import type { YamlDocument, YamlPath } from "../yaml/yaml-types.ts";
import type { StoryFacts } from "./schema/story.ts";
import type { WellFormed } from "./well-formed.ts";

/**
 * What a story's facts say against each other. A rule whose fields are not all known says nothing: what is wrong with
 * them has been said.
 */
export function factsThatDisagree(
  facts: WellFormed<StoryFacts>,
  document: YamlDocument,
  file: string,
): Finding[] {
  const wrong = (path: YamlPath, message: string, fix: string): Finding =>
    makeFinding({ code: "field-bad-format", file, at: document.valueAt(path), message, fix });
  const { sources, guardrail, manifests, proof } = facts;
  const findings: Finding[] = [];
  if (sources && !("noPrimarySource" in facts) && !sources.some((source) => mayBe(source, "kind", "primary")))
    findings.push(
      wrong(
        ["sources"],
        'No source is primary and "noPrimarySource" does not say why.',
        'Give the report of those who had the failure "kind: primary", or add noPrimarySource: <why there is none>.',
      ),
    );
  if (facts.status === "withdrawn" && !("withdrawn" in facts))
    findings.push(
      wrong(
        ["status"],
        'The story is withdrawn, and "withdrawn" does not say when and why.',
        "Add withdrawn: { on: <YYYY-MM-DD>, reason: <why> }, and successor: <id> where another story takes its place.",
      ),
    );
  if (facts.status !== undefined && facts.status !== "withdrawn" && "withdrawn" in facts)
    findings.push(
      wrong(
        ["withdrawn"],
        `"withdrawn" says why the story was taken back, and its status is ${facts.status}.`,
        "Write status: withdrawn, or remove this field.",
      ),
    );
  if (typeof guardrail !== "string") return findings;
  if (manifests && "none" in manifests) {
    findings.push(
      wrong(
        ["guardrail"],
        "A guardrail is named, but there is no broken.yaml for it to refuse.",
        "Write guardrail: { none: <why> }, or show the fault in broken.yaml and fixed.yaml.",
      ),
    );
    return findings;
  }
  if ("proof" in facts ? proof && !proof.some((entry) => mayBe(entry, "guardrail", guardrail)) : true)
    findings.push(
      wrong(
        ["guardrail"],
        `No entry of "proof" says which object of broken.yaml the guardrail "${guardrail}" refuses.`,
        `Add it under proof: - { object: <Kind>/<name>, guardrail: ${guardrail} }`,
      ),
    );
  return findings;
}

/** Whether a field has a value, as far as it is known. */
function mayBe<Field extends string>(
  entry: { readonly [Key in Field]?: unknown } | undefined,
  field: Field,
  value: string,
): boolean {
  return !entry || entry[field] === undefined || entry[field] === value;
}
