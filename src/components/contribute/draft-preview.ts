import { diffLines } from "diff";
import { detectorLabels, placeLabels } from "../../catalog/words.ts";
import type { Answers } from "../../story/draft/answers.ts";
import { draftSymptoms, messageLines } from "../../story/draft/draft-symptoms.ts";
import {
  readCascade,
  readDeadEnds,
  readPrevention,
  readSources,
  readSteps,
  readTimeline,
} from "../../story/draft/told-lists.ts";
import { previewCascade } from "./preview-cascade.ts";
import { element, inline, type PreviewContent, pairs, prose } from "./preview-elements.ts";

/** Shows the words of the vocabulary by their labels. */
export type LabelOf = (kind: "categories" | "components" | "providers", word: string) => string;

/**
 * The story as its page will show it, as far as it is told, with the page's own styles. Text is set as text: nothing in
 * it can become markup.
 */
export function draftPreview(answers: Answers, label: LabelOf): HTMLElement {
  return element(
    "article",
    "story",
    element(
      "header",
      "page-head",
      element("h2", "preview-title", answers.title ?? "A story without a title yet"),
      ...(answers.summary ? [element("p", "standfirst", ...inline(answers.summary))] : []),
      element("p", "byline", [answers.organization, answers.incidentDate].filter(Boolean).join(", ")),
    ),
    element("div", "folio", ...help(answers), caseFile(answers, label), ...tale(answers)),
  );
}

/** What helps now: what is seen, whether it matches, what to do. */
function help(answers: Answers): PreviewContent[] {
  const lines = messageLines(answers);
  const symptoms = draftSymptoms(answers) as unknown as PreviewSymptom[];
  const { items: steps } = readSteps(answers.mitigationSteps);
  const checks = symptoms.flatMap(({ check, rulesOut }) => (check ? [{ check, rulesOut }] : []));
  return [
    element("h2", "", "What you see"),
    ...symptoms.flatMap(({ observed, where, evidence }) => {
      const [from = 0, to = from] = evidence?.lines.split("-").map(Number) ?? [];
      const shown = evidence ? lines.slice(from - 1, to) : [];
      return [
        element("p", "symptom", ...inline(observed), " ", element("small", "", placeLabels[where])),
        ...(shown.length > 0 ? [element("pre", "message", element("samp", "", shown.join("\n")))] : []),
      ];
    }),
    ...section("Does this match?", ...checks.flatMap(({ check, rulesOut }) => checked(check, rulesOut))),
    ...section(
      "Do this first",
      ...(answers.mitigation ? [element("p", "gist", ...inline(answers.mitigation))] : []),
      ...(steps.length > 0
        ? [
            element(
              "ol",
              "steps",
              ...steps.map(({ does, command, effect, undo }) =>
                element(
                  "li",
                  "",
                  element("p", "", ...inline(does)),
                  ...(command ? [commandLine(command, effect)] : []),
                  ...(undo ? [element("p", "undo", element("i", "", "To undo:"), " ", ...inline(undo))] : []),
                ),
              ),
            ),
          ]
        : []),
    ),
  ];
}

interface PreviewSymptom {
  observed: string;
  where: keyof typeof placeLabels;
  evidence?: { lines: string };
  check?: { command: string; expect: string };
  rulesOut?: string;
}

/** The facts at the side of the page. */
function caseFile(answers: Answers, label: LabelOf): HTMLElement {
  const { category, provider, components, noticedBy } = answers;
  return element(
    "div",
    "case-file",
    element("h3", "", "The case file"),
    pairs("facts", [
      ["How bad", answers.severity],
      ["Kind of failure", category && label("categories", category)],
      ["Involved", components?.map((word) => label("components", word)).join(", ")],
      ["Provider", provider && label("providers", provider)],
      ["Impact", answers.impact],
      ["Lasted", answers.duration],
      ["Affected", answers.affected],
      ["Trigger", answers.trigger],
      ["Root cause", answers.rootCause],
      ["Contributing", answers.contributing?.split("\n").filter(Boolean).join(" ")],
      [`Noticed by ${detectorLabels[noticedBy ?? "unknown"]}`, answers.noticedHow],
      ["What should have noticed", answers.shouldHave],
    ]),
  );
}

/** The part for the train home. */
function tale(answers: Answers): PreviewContent[] {
  const { items: times } = readTimeline(answers.timeline);
  const { items: deadEnds } = readDeadEnds(answers.deadEnds);
  const { cascade } = readCascade(answers.cascade);
  const prevention = readPrevention(answers.prevention);
  return [
    ...section("What happened", ...prose(answers.story)),
    ...(times.length > 0
      ? [
          element(
            "ol",
            "timeline",
            ...times.map(({ at, event }) => element("li", "", element("b", "", at), ...inline(event))),
          ),
        ]
      : []),
    ...deadEnds.map(({ tried, lookedRight, didNotHelp }) =>
      element(
        "div",
        "dead-ends",
        element("p", "tried", ...inline(tried)),
        element("p", "", element("i", "", "It looked right:"), " ", ...inline(lookedRight)),
        element("p", "", element("i", "", "It did not help:"), " ", ...inline(didNotHelp)),
      ),
    ),
    ...section("Why", ...prose(answers.why), ...(cascade.nodes.length > 0 ? [previewCascade(cascade)] : [])),
    ...section(
      "The fix",
      ...(answers.fix ? [element("p", "gist", ...inline(answers.fix))] : []),
      ...prose(answers.repair),
      ...manifests(answers),
      ...(answers.verify
        ? [
            element("h3", "", "Did it work?"),
            ...checked({ command: answers.verify, expect: answers.verifyExpect ?? "" }),
          ]
        : []),
      ...(answers.rollback
        ? [element("h3", "", "How to take it back"), element("p", "", ...inline(answers.rollback))]
        : []),
    ),
    ...section(
      "Keep it from happening",
      ...prose(answers.lesson),
      ...(prevention.length > 0
        ? [
            element(
              "ul",
              "prevention",
              ...prevention.map(({ kind, what, from }) =>
                element(
                  "li",
                  "",
                  element("b", "effect", kind),
                  " ",
                  ...inline(what),
                  ...(from === "report" ? [element("small", "", " Says the report.")] : []),
                ),
              ),
            ),
          ]
        : []),
    ),
    ...section("Where accounts differ", ...prose(answers.accounts)),
    ...section("Sources", ...sources(answers)),
    ...section(
      "A question for you",
      ...(answers.question ? [element("p", "", ...inline(answers.question))] : []),
      ...prose(answers.options && `- ${answers.options.trim().split(/\n+/).join("\n- ")}`),
    ),
  ];
}

function section(title: string, ...content: PreviewContent[]): PreviewContent[] {
  return content.length === 0 ? [] : [element("h2", "", title), ...content];
}

function checked(
  { command, expect }: { command: string; expect: string },
  rulesOut?: string,
): PreviewContent[] {
  return [
    commandLine(command),
    pairs("verdicts", [
      ["Yes, if", expect],
      ["No, if", rulesOut],
    ]),
  ];
}

function commandLine(command: string, effect = "reads"): HTMLElement {
  return element(
    "div",
    "command",
    element("b", `effect ${effect}`, effect),
    element("pre", "", element("code", "", command)),
  );
}

function manifests({ broken, fixed, manifestsNote }: Answers): PreviewContent[] {
  const note = manifestsNote ? [element("p", "note", ...inline(manifestsNote))] : [];
  if (!broken?.trim() || !fixed?.trim()) return note;
  const rows = diffLines(`${broken.trimEnd()}\n`, `${fixed.trimEnd()}\n`).flatMap(
    ({ value, added, removed }) =>
      value
        .split("\n")
        .slice(0, -1)
        .map((line) => element(added ? "ins" : removed ? "del" : "span", "row", `${line}\n`)),
  );
  const code = element("pre", "", element("code", "", ...rows));
  return [element("div", "diff", code), ...note];
}

function sources(answers: Answers): PreviewContent[] {
  const { sourceTitle, sourceUrl, sourceAuthor, sourcePublished, otherSources } = answers;
  const own = {
    kind: "primary",
    title: sourceTitle ?? sourceUrl ?? "",
    author: sourceAuthor,
    published: sourcePublished,
  };
  const all = [...(sourceUrl || sourceTitle ? [own] : []), ...readSources(otherSources).items];
  if (all.length === 0) return [];
  const trust = [
    answers.coverage === "partial" ? "The primary source could not be read in full." : "",
    answers.provenance ?? "",
  ].join(" ");
  return [
    element(
      "ul",
      "sources",
      ...all.map(({ kind, title, author, published }) =>
        element(
          "li",
          "",
          element("b", "effect", kind),
          " ",
          [title, author, published].filter(Boolean).join(", "),
        ),
      ),
    ),
    ...(trust.trim() === "" ? [] : [element("p", "note", ...inline(trust.trim()))]),
  ];
}
