import type { CompiledGuardrail } from "../../src/checks/compile-guardrails.ts";
import { nearestStories } from "../../src/checks/nearest-stories.ts";
import { proveStory } from "../../src/checks/prove-story.ts";
import { storyClaims } from "../../src/checks/story-claims.ts";
import type { Finding } from "../../src/finding/finding.ts";
import { visibleText } from "../../src/report/visible-text.ts";
import type { Library, StoryFolder } from "../../src/story/library.ts";
import type { StoryFacts } from "../../src/story/schema/story.ts";

/** What a review draws on beside the story. */
export interface ReviewContext {
  library: Library;
  guardrails: ReadonlyMap<string, CompiledGuardrail>;
  /** Address of the published site. */
  site: string;
  /** Findings in the story's own files. */
  findings: readonly Finding[];
}

/** One story as Markdown for its reviewer. */
export function reviewText(folder: StoryFolder, context: ReviewContext): string {
  const facts = folder.story?.facts;
  const found = findingLines(context.findings);
  if (!facts) return [`## ${folder.id}`, "", "Its facts cannot be read yet.", "", ...found, ""].join("\n");
  return [
    `## ${oneLine(facts.title)}`,
    "",
    `\`${folder.id}\`, ${facts.status}. ${oneLine(facts.organization)}, ${facts.incidentDate}. Source read: ${facts.provenance.coverage}.`,
    "",
    "### What the check found",
    "",
    ...found,
    "",
    "### You may be describing",
    "",
    ...nearest(folder.id, context),
    "",
    "### What it claims",
    "",
    "Each of these stands in a source, or is marked as inferred:",
    "",
    ...sources(facts),
    "",
    ...storyClaims(facts).map(
      ({ field, claim, inferred }) =>
        `- [ ] \`${field}\` ${oneLine(claim)}${inferred ? " *(inferred)*" : ""}`,
    ),
    "",
    "### What the guardrail said",
    "",
    ...proofLines(folder, facts, context),
    "",
  ].join("\n");
}

function findingLines(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return ["Nothing."];
  return findings.map(
    ({ file, line, column, severity, message, code }) =>
      `- ${severity} at \`${file}:${line}:${column}\`: ${oneLine(message)} [${code}]`,
  );
}

function nearest(id: string, { library, site }: ReviewContext): string[] {
  const matches = nearestStories(library, id);
  if (matches.length === 0) return ["No other story comes near."];
  return matches.map(
    ({ story, title, confidence, why }) =>
      `- [${oneLine(title)}](${site}stories/${story}/) (${confidence}): ${oneLine(why)}`,
  );
}

function sources({ sources: listed, noPrimarySource }: StoryFacts): string[] {
  return [
    ...listed.map(({ title, url, kind }) => `- ${kind}: ${oneLine(title)}, <${url}>`),
    ...(noPrimarySource === undefined ? [] : [`- No primary source: ${oneLine(noPrimarySource)}`]),
  ];
}

function proofLines(folder: StoryFolder, facts: StoryFacts, { guardrails }: ReviewContext): string[] {
  if (typeof facts.guardrail !== "string") return [`None: ${oneLine(facts.guardrail.none)}`];
  const { decisions, reverted } = proveStory(folder, facts, guardrails);
  return [
    ...decisions.map(
      ({ file, object, guardrail, decision }) =>
        `- \`${file}.yaml\` ${object}: ${decision} by \`${guardrail}\``,
    ),
    ...reverted.map(
      ({ line, denied }) =>
        `- line ${line} of \`fixed.yaml\` taken back: ${denied ? "refused again" : "still admitted"}`,
    ),
  ];
}

/** Text of a stranger's on one line, with what Markdown would read as a tag or a mention taken apart. */
function oneLine(text: string): string {
  return visibleText(text.replace(/\s+/g, " ").trim()).replaceAll("<", "&lt;").replaceAll("@", "@\u200b");
}
