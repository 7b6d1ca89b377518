import { editYaml } from "../../yaml/edit-yaml.ts";
import type { Answers } from "./answers.ts";
import { evidenceFile, frontMatterEdits, messageLines } from "./front-matter-edits.ts";
import { toWrite } from "./to-write.ts";

/** One file of a new story. */
export interface DraftFile {
  /** Path in the story's folder, with forward slashes. */
  path: string;
  text: string;
}

/** What belongs under each heading of a story, by the heading. */
const sections: Readonly<Record<string, { answer: "story" | "why" | "fix" | undefined; what: string }>> = {
  "What happened": { answer: "story", what: "Tell the story in 200 to 600 words, in your own words." },
  Why: { answer: "why", what: "Explain the mechanism to an engineer who does not know this corner." },
  "The fix": { answer: "fix", what: "Say what changes between the two manifests and why that is enough." },
  "Keep it from happening": { answer: undefined, what: "Say what would have kept it from happening." },
};

/**
 * Writes a new story from what somebody told of it and the template's text (`stories/_template/story.mdx`). The same
 * answers give the same bytes, whichever way they came. Throws where the template is no story.
 */
export function writeDraft(answers: Answers, template: string): DraftFile[] {
  const parts = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(template.replaceAll("\r\n", "\n"));
  if (!parts) throw new Error("The template has no front matter between two lines of three dashes.");
  const [, frontMatter = "", body = ""] = parts;
  const facts = editYaml(
    frontMatter.replace(/^# What `horror new` copies\. /m, "# "),
    frontMatterEdits(answers),
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
  return headings
    .map((heading) => {
      const section = sections[heading];
      const text = section?.answer === undefined ? undefined : answers[section.answer]?.trim();
      const component = { "The fix": "<Manifests />", "Keep it from happening": "<Prevention />" }[heading];
      return [
        `## ${heading}`,
        text ? text : toWrite(section?.what ?? "This section."),
        ...(component === undefined || (heading === "The fix" && !withManifests) ? [] : [component]),
      ].join("\n\n");
    })
    .map((section) => `\n${section}\n`)
    .join("");
}

function endLine(text: string): string {
  return `${text.replaceAll("\r\n", "\n").trimEnd()}\n`;
}
