import type { Finding } from "../finding/finding.ts";
import { makeFinding } from "../finding/make-finding.ts";
import { isMisspelt, parseFields } from "../yaml/parse-fields.ts";
import { parseYaml } from "../yaml/parse-yaml.ts";
import type { YamlDocument } from "../yaml/yaml-types.ts";
import { factsThatDisagree } from "./facts-that-disagree.ts";
import { type StoryFacts, storySchema } from "./schema/story.ts";
import { validateDocument } from "./validate-document.ts";
import { type WellFormed, wellFormed } from "./well-formed.ts";

/** A text cut into its front matter and its body. */
export interface SplitText {
  /** The front matter as it is written, between its fences. */
  front?: string;
  /** The front matter as a YAML document, where there is one that can be read. */
  document?: YamlDocument;
  /** The text after the front matter. */
  body: string;
  /** Line of the file on which the body starts. */
  bodyLine: number;
  findings: Finding[];
}

/** A story as its file tells it. */
export interface ParsedStory extends SplitText {
  /** Path of story.mdx. */
  file: string;
  /** The whole text, as written. */
  text: string;
  /** The facts, where all of them are well formed. */
  facts?: StoryFacts;
  /** The facts that are well formed, whatever else is wrong; empty where there is no front matter. */
  known: WellFormed<StoryFacts>;
}

const fence = /^---[ \t]*(?:\r\n|\n|\r)/;

/** Cuts a text at its front matter: YAML 1.2 between two lines of three dashes. */
export function splitFrontMatter(text: string, file: string): SplitText {
  const missing = (message: string, fix: string): SplitText => ({
    body: text,
    bodyLine: 1,
    findings: [makeFinding({ code: "front-matter-missing", file, at: { line: 1, column: 1 }, message, fix })],
  });
  const open = fence.exec(text);
  if (!open)
    return missing(
      'The file does not start with front matter: a line of three dashes, "---".',
      "Put the facts between two lines of three dashes.",
    );
  const rest = text.slice(open[0].length);
  const close = /(?:^|\r\n|\n|\r)---[ \t]*(?=\r\n|\n|\r|$)/.exec(rest);
  if (!close)
    return missing(
      'The front matter has no end: there is no second line of three dashes, "---".',
      "Add a line of three dashes after the facts.",
    );
  const yaml = rest.slice(0, close.index);
  const body = rest.slice(close.index + close[0].length);
  const parsed = parseYaml(yaml, { file, firstLine: 2 });
  const bodyLine = lineBreaks(text.slice(0, text.length - body.length)) + 1;
  const [document] = parsed.documents;
  const split: SplitText = { front: yaml, body, bodyLine, findings: parsed.findings };
  if (document && document.value !== undefined) {
    if (document.value !== null && typeof document.value === "object" && !Array.isArray(document.value))
      split.document = document;
    else
      split.findings.push(
        makeFinding({
          code: "field-wrong-type",
          file,
          at: document.span,
          message: "The front matter is not a mapping of fields to values.",
          fix: "Write one field a line, as in title: A sentence that says the failure",
        }),
      );
  } else if (split.findings.length === 0)
    split.findings.push(
      makeFinding({
        code: "front-matter-missing",
        file,
        at: { line: 1, column: 1 },
        message: "The front matter is empty.",
        fix: "Copy the fields from content/stories/_template/story.mdx.",
      }),
    );
  return split;
}

/**
 * Reads a story.mdx: its facts, typed, and its body, untouched. Takes the whole text and the path its findings name.
 * A field that is misspelt, or not well formed, takes no other with it. Never throws.
 */
export function parseStory(text: string, file: string): ParsedStory {
  const { front, ...split } = splitFrontMatter(text, file);
  const story: ParsedStory = { ...split, file, text, known: {} };
  const fields =
    front !== undefined && !split.document && isMisspelt(split.findings)
      ? parseFields(front, { file, firstLine: 2 }, split.findings)
      : undefined;
  const document = split.document ?? fields?.document;
  if (!document) return story;
  const { value, findings } = validateDocument(storySchema, document, file, fields?.unread);
  const unread = Object.fromEntries((fields?.unread ?? []).map((name) => [name, undefined]));
  story.document = document;
  story.known = { ...unread, ...(value ?? wellFormed(storySchema, document.value)) };
  story.findings = [
    ...(fields?.findings ?? split.findings),
    ...findings,
    ...factsThatDisagree(story.known, document, file),
  ];
  if (value && story.findings.every((finding) => finding.severity !== "error")) story.facts = value;
  return story;
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
