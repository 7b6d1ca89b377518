import type { Finding } from "../finding/finding.ts";
import { sortFindings } from "../finding/sort-findings.ts";
import type { SchemaSource } from "../kube/schema-types.ts";
import { answerPlaces } from "../story/draft/answer-places.ts";
import type { AnswerName } from "../story/draft/answers.ts";
import { evidenceFile } from "../story/draft/draft-symptoms.ts";
import { answerSections, type DraftFile } from "../story/draft/write-draft.ts";
import type { GuardrailFolder, Library, LoadedText, StoryFolder } from "../story/library.ts";
import { type ParsedStory, parseStory } from "../story/parse-story.ts";
import type { Vocabulary } from "../story/schema/vocabulary.ts";
import type { CheckContext } from "./check.ts";
import { checkManifests } from "./check-manifests.ts";
import { checkProofs } from "./check-proofs.ts";
import { compileGuardrails } from "./compile-guardrails.ts";
import { checks } from "./index.ts";
import { libraryFiles } from "./library-files.ts";
import { proveStory, type StoryProof } from "./prove-story.ts";

/** What a draft is held against where the rest of the library is not at hand, as in a browser. */
export interface DraftSurroundings {
  vocabulary: Vocabulary;
  /** The guardrail the draft names, where it names one. */
  guardrail?: { id: string; policy: string };
  schemas: SchemaSource;
}

/** A finding about a draft, with the answer it is about where that is known. */
export interface DraftFinding extends Finding {
  answer?: AnswerName;
}

/** What checking a draft gives. */
export interface CheckedDraft {
  findings: DraftFinding[];
  /** What the guardrail says to the manifests; undefined where the facts cannot be read yet. */
  proof?: StoryProof;
}

/** Rules that look at other stories, or at prose, which the whole library's check reads with the site's own compiler. */
const needLibrary: readonly string[] = [
  "link-broken",
  "related-one-sided",
  "guardrail-unused",
  "file-unexpected",
];

/**
 * Checks one new story by itself, with the rules and words of the whole library's check. What needs the other stories
 * or the prose's parser is left to that check. Takes the files as `writeDraft` gives them; pure, runs in a browser.
 */
export function checkDraft(
  id: string,
  files: readonly DraftFile[],
  surroundings: DraftSurroundings,
): CheckedDraft {
  const text = (path: string): LoadedText | undefined => {
    const file = files.find((one) => one.path === path);
    return file && { file: `${id}/${path}`, text: file.text, readable: true };
  };
  const story = parseStory(text("story.mdx")?.text ?? "", `${id}/story.mdx`);
  const [broken, fixed, evidence] = [text("broken.yaml"), text("fixed.yaml"), text(evidenceFile)];
  const folder: StoryFolder = {
    id,
    folder: id,
    template: false,
    story,
    ...(broken ? { broken } : {}),
    ...(fixed ? { fixed } : {}),
    evidence: evidence ? [evidence] : [],
  };
  const guardrails = guardrailFolders(surroundings);
  const library: Library = {
    root: "",
    settings: { file: "" },
    vocabulary: { file: "content/vocabulary.yaml", value: surroundings.vocabulary },
    references: { file: "" },
    stories: [folder],
    guardrails,
    collections: [],
    findings: story.findings,
  };
  const compiled = compileGuardrails(library);
  const context: CheckContext = {
    schemas: surroundings.schemas,
    guardrails: compiled,
    told: story.document ? [{ folder, facts: story.known, document: story.document, file: story.file }] : [],
    texts: [],
    files: libraryFiles({ ...library, guardrails: [] }),
    wanted: () => true,
  };
  const findings = [
    ...story.findings,
    ...checkManifests({ ...library, guardrails: [] }, context).findings,
    ...checkProofs(context),
    ...Object.entries(checks).flatMap(([name, check]) =>
      needLibrary.includes(name) ? [] : check(library, context),
    ),
  ];
  return {
    findings: sortFindings(findings).map((finding) =>
      withAnswer({ ...finding, file: withinFolder(finding.file, id) }, story),
    ),
    ...(story.facts ? { proof: proveStory(folder, story.facts, compiled) } : {}),
  };
}

/** The files of a draft are named as they stand in its folder; others, such as the guardrail's, by their path. */
function withinFolder(file: string, id: string): string {
  return file.startsWith(`${id}/`) ? file.slice(id.length + 1) : file;
}

function guardrailFolders({ guardrail }: DraftSurroundings): GuardrailFolder[] {
  if (!guardrail) return [];
  const file = `guardrails/${guardrail.id}.yaml`;
  return [
    { id: guardrail.id, folder: guardrail.id, policy: { file, text: guardrail.policy, readable: true } },
  ];
}

function withAnswer(finding: Finding, story: ParsedStory): DraftFinding {
  const answer = answerOf(finding, story);
  return answer === undefined ? finding : { ...finding, answer };
}

const answersByFile: Readonly<Record<string, AnswerName>> = {
  "broken.yaml": "broken",
  "fixed.yaml": "fixed",
  [evidenceFile]: "messages",
};

/** The answer whose place holds a finding: of several, the one with the fewest lines. */
function answerOf(
  { file, line }: Finding,
  { document, body, bodyLine }: ParsedStory,
): AnswerName | undefined {
  if (file !== "story.mdx") return answersByFile[file];
  if (line >= bodyLine) {
    const above = body.split("\n").slice(0, line - bodyLine + 1);
    const heading = above.findLast((one) => one.startsWith("## "))?.slice(3);
    return Object.entries(answerSections).find(([title]) => title === heading)?.[1];
  }
  if (!document) return undefined;
  const places = (Object.entries(answerPlaces) as [AnswerName, (typeof answerPlaces)[AnswerName]][]).flatMap(
    ([name, path]) => {
      if (path === undefined || !document.has(path)) return [];
      const { line: from, endLine: to } = document.valueAt(path);
      return line >= from && line <= to ? [{ name, lines: to - from }] : [];
    },
  );
  return places.sort((a, b) => a.lines - b.lines)[0]?.name;
}
