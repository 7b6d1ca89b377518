import { createTwoFilesPatch } from "diff";
import type { StoryFacts } from "../story/schema/story.ts";

/** A story with all that its Markdown needs. */
export interface MarkdownStory {
  facts: StoryFacts;
  /** The prose, as written, without the front matter. */
  body: string;
  /** Whole address of the story's page, with a slash at its end. */
  url: string;
  /** Whole address of the library, with a slash at its end. */
  home: string;
  /** Incident date in words. */
  when: string;
  category: string;
  provider: string;
  components: readonly string[];
  license: { name: string; url: string };
  broken?: string;
  fixed?: string;
}

/**
 * Writes a whole story as plain Markdown in the order of its page, for reading in a terminal and for other programs. The
 * components of the prose become what the page shows in their place.
 */
export function storyMarkdown(story: MarkdownStory): string {
  const { facts } = story;
  const parts = [
    `# ${facts.title}`,
    facts.summary,
    ...withdrawal(facts, story.home),
    list([
      `Organization: ${facts.organization}`,
      `Happened: ${story.when}`,
      `Severity: ${facts.severity}`,
      `Category: ${story.category}`,
      `Components: ${story.components.join(", ")}`,
      `Provider: ${story.provider}`,
      `Kubernetes: ${facts.kubernetesVersion}`,
      `Impact: ${facts.impact.summary}`,
      `Duration: ${facts.impact.duration}`,
      `Affected: ${facts.impact.affected}`,
      `Page: ${story.url}`,
    ]),
    ...whatYouSee(facts),
    ...doesThisMatch(facts),
    ...doThisFirst(facts),
    prose(story),
    ...atTheEnd(facts),
    `License: [${story.license.name}](${story.license.url})`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function withdrawal({ withdrawn }: StoryFacts, home: string): string[] {
  if (!withdrawn) return [];
  const { on, reason, successor } = withdrawn;
  const instead = successor === undefined ? "" : ` Read instead: ${home}stories/${successor}/`;
  return [`**This story was withdrawn on ${on}.** ${reason}${instead}`];
}

function whatYouSee(facts: StoryFacts): string[] {
  return [
    "## What you see",
    list(
      facts.symptoms.map(
        (symptom) =>
          `${symptom.observed}${symptom.signature ? `\n\n${indent(fence(symptom.signature, "text"), 2)}` : ""}`,
      ),
    ),
  ];
}

function doesThisMatch(facts: StoryFacts): string[] {
  const checks = facts.symptoms.flatMap(({ check, rulesOut }) => [
    ...(check ? [fence(check.command, "console"), `Yes, if: ${check.expect}`] : []),
    ...(rulesOut ? [`No, if: ${rulesOut}`] : []),
  ]);
  return checks.length === 0 ? [] : ["## Does this match?", ...checks];
}

function doThisFirst({ mitigation }: StoryFacts): string[] {
  return [
    "## Do this first",
    mitigation.summary,
    mitigation.steps
      .map(({ does, command, effect, undo }, index) =>
        [
          `${index + 1}. (${effect}) ${does}`,
          ...(command ? [indent(fence(command, "console"), 3)] : []),
          ...(undo ? [`   To undo: ${undo}`] : []),
        ].join("\n\n"),
      )
      .join("\n\n"),
  ];
}

function prose({ facts, body, home, broken, fixed }: MarkdownStory): string {
  const difference =
    broken === undefined || fixed === undefined || "none" in facts.manifests
      ? ""
      : [
          fence(patch(broken, fixed), "diff"),
          `${facts.manifests.origin === "reconstruction" ? "A reconstruction. " : ""}${facts.manifests.note}`,
        ].join("\n\n");
  const prevention = list(facts.prevention.map(({ kind, what }) => `(${kind}) ${what}`));
  return body
    .trim()
    .replace(/^<Manifests \/>$/m, () => [difference, ...fixDetails(facts)].filter(Boolean).join("\n\n"))
    .replace(/^<Prevention \/>$/m, () => prevention)
    .replaceAll("](/", `](${home}`);
}

function fixDetails({ fix }: StoryFacts): string[] {
  return [
    "### How to know that it worked",
    ...fix.verify.flatMap(({ command, expect }) => [fence(command, "console"), expect]),
    "### How to take it back",
    fix.rollback,
  ];
}

function atTheEnd(facts: StoryFacts): string[] {
  const { timeline, deadEnds, sources, provenance, corrections } = facts;
  return [
    ...(deadEnds
      ? [
          "## Dead ends",
          list(
            deadEnds.map(
              ({ tried, lookedRight, didNotHelp }) =>
                `${tried} It looked right: ${lookedRight} ${didNotHelp}`,
            ),
          ),
        ]
      : []),
    ...(timeline
      ? [
          "## Timeline",
          list(timeline.map(({ at, event, inferred }) => `${at}: ${event}${inferred ? " (inferred)" : ""}`)),
        ]
      : []),
    "## Sources",
    list(
      sources.map(
        ({ title, url, author, kind }) => `[${title}](${url})${author ? `, ${author}` : ""} (${kind})`,
      ),
    ),
    ...(provenance.note ? [provenance.note] : []),
    ...(corrections ? ["## Corrections", list(corrections.map(({ on, what }) => `${on}: ${what}`))] : []),
  ];
}

/** The difference of the pair as a patch, its heads shortened to the two names. */
function patch(broken: string, fixed: string): string {
  return createTwoFilesPatch("broken.yaml", "fixed.yaml", broken, fixed)
    .replace(/^=+\n/, "")
    .replace(/^((?:---|\+\+\+) \S+)\s*$/gm, "$1")
    .trimEnd();
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

/** A fenced block, its fence longer than any in the text. */
function fence(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}${language}\n${text.trimEnd()}\n${ticks}`;
}

function indent(text: string, spaces: number): string {
  return text.replaceAll(/^(?=.)/gm, " ".repeat(spaces));
}
