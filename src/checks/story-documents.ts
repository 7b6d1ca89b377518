import type { DocumentSymptom, StoryDocument } from "../diagnosis/story-document.ts";
import type { KnownStory } from "../diagnosis/story-index.ts";
import type { Library, StoryFolder } from "../story/library.ts";
import type { StoryFacts } from "../story/schema/story.ts";
import { claimedLines } from "./claimed-lines.ts";

/** A story in the two forms diagnosis needs: text to rank by, and what is shown of it. */
export interface DiagnosableStory {
  document: StoryDocument;
  known: KnownStory;
}

/** The stories of a library that diagnosis can name: the published ones, or those that are drafts too. */
export function diagnosableStories(
  { stories, vocabulary }: Library,
  { drafts = false }: { drafts?: boolean } = {},
): DiagnosableStory[] {
  const label = (kind: "categories" | "components" | "providers", id: string) => [
    id,
    vocabulary.value?.[kind][id]?.label ?? "",
  ];
  return stories.flatMap((folder) => {
    const facts = folder.story?.facts;
    if (!facts || folder.template || !isNamed(facts.status, drafts)) return [];
    const terms = [
      ...label("categories", facts.category),
      ...facts.components.flatMap((id) => label("components", id)),
      ...label("providers", facts.provider),
    ];
    return [
      { document: documentOf(folder, facts, terms, folder.story?.body ?? ""), known: knownOf(folder, facts) },
    ];
  });
}

/** Whether diagnosis names a story of this status. One that was withdrawn misled its readers, and is named no more. */
function isNamed(status: StoryFacts["status"], drafts: boolean): boolean {
  return status === "reviewed" || (status === "draft" && drafts);
}

function documentOf(folder: StoryFolder, facts: StoryFacts, terms: string[], body: string): StoryDocument {
  const { deadEnds = [], mitigation, fix, impact, prevention } = facts;
  return {
    id: folder.id,
    title: facts.title,
    summary: facts.summary,
    terms,
    symptoms: facts.symptoms.map((symptom): DocumentSymptom => {
      const { observed, signature, evidence, check, rulesOut } = symptom;
      return {
        observed,
        evidence: evidence ? claimedLines(folder, evidence).map(({ text }) => text.trim()) : [],
        ...(signature === undefined ? {} : { signature }),
        ...(check ? { check } : {}),
        ...(rulesOut === undefined ? {} : { rulesOut }),
      };
    }),
    queries: facts.queries,
    causes: [facts.trigger, facts.rootCause, ...facts.contributing],
    responses: [
      impact.summary,
      mitigation.summary,
      ...mitigation.steps.flatMap(({ does, command }) => (command === undefined ? [does] : [does, command])),
      fix.summary,
      ...deadEnds.flatMap(({ tried, lookedRight }) => [tried, lookedRight]),
      ...prevention.map(({ what }) => what),
    ],
    prose: body,
  };
}

function knownOf({ id }: StoryFolder, facts: StoryFacts): KnownStory {
  return {
    id,
    title: facts.title,
    summary: facts.summary,
    signatures: facts.symptoms.flatMap(({ signature, check, rulesOut }) =>
      signature === undefined
        ? []
        : [
            {
              template: signature,
              ...(check ? { command: check.command } : {}),
              ...(rulesOut === undefined ? {} : { rulesOut }),
            },
          ],
    ),
    rulesOut: facts.symptoms.flatMap(({ observed, check, rulesOut }) =>
      rulesOut === undefined ? [] : [{ observed, rulesOut, ...(check ? { command: check.command } : {}) }],
    ),
  };
}
