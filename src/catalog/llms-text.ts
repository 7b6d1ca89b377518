/** A document with its address. */
export interface ListedDocument {
  title: string;
  summary: string;
  url: string;
}

/** What a llms.txt says. */
export interface LlmsText {
  name: string;
  tagline: string;
  license: { name: string; url: string };
  sections: readonly { title: string; stories: readonly ListedDocument[] }[];
  /** What is there besides the stories. */
  documents: readonly ListedDocument[];
}

/**
 * Writes a llms.txt as https://llmstxt.org describes it: a title, a quotation that says what it is, and lists of links, the
 * optional ones last. Sections without stories are left out.
 */
export function llmsText({ name, tagline, license, sections, documents }: LlmsText): string {
  const parts = [
    `# ${name}`,
    `> ${tagline}`,
    "Every story names its sources, and says what was inferred. Symptoms are quoted as they were published; manifests marked as reconstructions are ours. " +
      `Each link is the whole story as Markdown, under ${license.name} (${license.url}).`,
    ...sections
      .filter(({ stories }) => stories.length > 0)
      .map(({ title, stories }) => `## ${title}\n\n${stories.map(line).join("\n")}`),
    `## Optional\n\n${documents.map(line).join("\n")}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function line({ title, summary, url }: ListedDocument): string {
  return `- [${title.replace(/[[\]]/g, "\\$&")}](${url}): ${summary}`;
}
