import { editYaml } from "../../yaml/edit-yaml.ts";
import type { AnswerName, Answers } from "./answers.ts";
import { evidenceFile, messageLines } from "./draft-symptoms.ts";
import { frontMatterEdits } from "./front-matter-edits.ts";
import { withoutSettledComments } from "./settled-comments.ts";
import { toWrite } from "./to-write.ts";

/** One file of a new story. */
export interface DraftFile {
  /** Path in the story's folder, with forward slashes. */
  path: string;
  text: string;
}

/** What is told under each heading of a story, by the heading. */
export const answerSections = {
  "What happened": "story",
  Why: "why",
  "The fix": "repair",
  "Keep it from happening": "lesson",
  "Where accounts differ": "accounts",
} as const satisfies Readonly<Record<string, AnswerName>>;

/** What belongs under each heading. */
const sections: Readonly<Record<string, string>> = {
  "What happened": "Tell the story in 200 to 600 words, in your own words.",
  Why: "Explain the mechanism to an engineer who does not know this corner.",
  "The fix": "Say what changes between the two manifests and why that is enough.",
  "Keep it from happening": "Say what would have kept it from happening.",
};

/**
 * Writes a new story from what somebody told of it and the template's text (`stories/_template/story.mdx`). The same
 * answers give the same bytes, whichever way they came. Throws where the template is no story.
 */
export function writeDraft(answers: Answers, template: string): DraftFile[] {
  const parts = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(template.replaceAll("\r\n", "\n"));
  if (!parts) throw new Error("The template has no front matter between two lines of three dashes.");
  const [, frontMatter = "", body = ""] = parts;
  const facts = withoutSettledComments(
    editYaml(frontMatter.replace(/^# What `horror new` copies\. /m, "# "), frontMatterEdits(answers)),
  );
  const withManifests = Boolean(answers.broken?.trim() && answers.fixed?.trim());
  const messages = messageLines(answers);
  return [
    { path: "story.mdx", text: `---\n${facts}---\n${writeBody(body, answers, withManifests)}` },
    ...(withManifests
      ? [
          { path: "broken.yaml", text: endLine(answers.broken ?? "") },
          { path: "fixed.yaml", text: endLine(answers.fixed ?? "") },
        ]
      : []),
    ...(messages.length > 0 ? [{ path: evidenceFile, text: endLine(messages.join("\n")) }] : []),
  ];
}

/** The headings of the template's body with what was told under them; its components stay where they are needed. */
function writeBody(body: string, answers: Answers, withManifests: boolean): string {
  const headings = [...body.matchAll(/^## (.+)$/gm)].map((match) => match[1]?.trim() ?? "");
  if (answers.accounts?.trim()) headings.push("Where accounts differ");
  return headings
    .map((heading) => {
      const name = Object.hasOwn(answerSections, heading)
        ? answerSections[heading as keyof typeof answerSections]
        : undefined;
      const text = name === undefined ? undefined : answers[name]?.trim();
      const component = { "The fix": "<Manifests />", "Keep it from happening": "<Prevention />" }[heading];
      return [
        `## ${heading}`,
        text ? text : toWrite(sections[heading] ?? "This section."),
        ...(component === undefined || (heading === "The fix" && !withManifests) ? [] : [component]),
      ].join("\n\n");
    })
    .map((section) => `\n${section}\n`)
    .join("");
}

function endLine(text: string): string {
  return `${text.replaceAll("\r\n", "\n").trimEnd()}\n`;
}
