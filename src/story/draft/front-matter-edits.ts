import type { YamlEdit } from "../../yaml/edit-yaml.ts";
import { cascadeKinds } from "../schema/cascade.ts";
import type { AnswerName, Answers } from "./answers.ts";
import { draftSymptoms } from "./draft-symptoms.ts";
import { toWrite } from "./to-write.ts";
import {
  readCascade,
  readDeadEnds,
  readPrevention,
  readSources,
  readSteps,
  readTimeline,
} from "./told-lists.ts";
import { describeAnswer as describe, oneLine, splitLines, told as toldOr } from "./told-text.ts";

/** The longest label of the cascade's picture, in characters. */
const longestLabel = 90;

/**
 * What the answers change in the template's front matter. What was not answered is marked as still to be written, or
 * taken out where a story may do without it; nothing of the template's example stays.
 */
export function frontMatterEdits(answers: Answers): YamlEdit[] {
  const set = (path: string, value: unknown, comment?: string): YamlEdit => ({
    path: path.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
    value,
    ...(comment === undefined ? {} : { comment }),
  });
  /** A choice keeps the template's valid value until somebody chooses. */
  const choice = (path: string, name: AnswerName): YamlEdit[] =>
    answers[name] === undefined
      ? [{ ...set(path, fallbacks[name]), comment: toWrite(describe(name)) }]
      : [set(path, answers[name])];
  const told = (name: AnswerName): string => toldOr(answers[name], name);
  const orNothing = <Item>(items: Item[]) => (items.length === 0 ? undefined : items);
  return [
    set("title", told("title")),
    set("summary", told("summary")),
    set("status", "draft"),
    set("organization", told("organization")),
    ...choice("incidentDate", "incidentDate"),
    set("published", answers.published),
    set("provenance.kind", "incident"),
    ...choice("provenance.coverage", "coverage"),
    set("provenance.note", told("provenance")),
    ...choice("provider", "provider"),
    set("kubernetesVersion", oneLine(answers.kubernetesVersion) ?? "unknown"),
    ...choice("category", "category"),
    ...choice("components", "components"),
    ...choice("severity", "severity"),
    set("impact.summary", told("impact")),
    set("impact.duration", oneLine(answers.duration) ?? "unknown"),
    set("impact.affected", oneLine(answers.affected) ?? "unknown"),
    ...sourceEdits(answers),
    ...choice("detection.by", "noticedBy"),
    set("detection.how", told("noticedHow")),
    set("detection.shouldHave", told("shouldHave")),
    set("symptoms", draftSymptoms(answers)),
    ...choice("symptoms.0.where", "where"),
    set("trigger", told("trigger")),
    set("change", answers.change ?? "unknown"),
    ...timeEdits(answers),
    set("rootCause", told("rootCause")),
    set("contributing", splitLines(answers.contributing)),
    set("cascade", cascade(answers)),
    set("deadEnds", orNothing(readDeadEnds(answers.deadEnds).items)),
    set("timeline", orNothing(readTimeline(answers.timeline).items)),
    set("mitigation.summary", told("mitigation")),
    set("mitigation.steps", steps(answers)),
    set("fix.summary", told("fix")),
    set("fix.verify", [
      { command: oneLine(answers.verify) ?? toWrite(describe("verify")), expect: told("verifyExpect") },
    ]),
    set("fix.rollback", told("rollback")),
    ...manifestEdits(answers),
    set(
      "prevention",
      orNothing(readPrevention(answers.prevention)) ?? [
        { kind: "prevent", what: toWrite("What would keep it from happening again."), from: "report" },
      ],
    ),
    set("poll.question", oneLine(answers.question) ?? toWrite("A question to the readers worth answering?")),
    set("poll.options", withAtLeastTwo(splitLines(answers.options), "An answer")),
    set("related", answers.related ?? []),
    set("queries", withAtLeastTwo(splitLines(answers.queries), "A search that should find this story")),
  ];
}

/** Valid values that stand until somebody chooses, each with a mark beside it. */
const fallbacks: Partial<Record<AnswerName, unknown>> = {
  incidentDate: "2026",
  provider: "unknown",
  category: "configuration",
  components: ["deployment"],
  severity: "minor",
  noticedBy: "unknown",
  coverage: "full",
  where: "events",
};

function sourceEdits(answers: Answers): YamlEdit[] {
  const { sourceAuthor, sourcePublished, sourceUrl, noReport } = answers;
  const others = readSources(answers.otherSources).items;
  const own = {
    title: toldOr(answers.sourceTitle, "sourceTitle"),
    url: sourceUrl ?? "https://example.com/",
    ...(oneLine(sourceAuthor) === undefined ? {} : { author: oneLine(sourceAuthor) }),
    ...(sourcePublished === undefined ? {} : { published: sourcePublished }),
    kind: noReport === undefined ? "primary" : "secondary",
  };
  const isTold = sourceUrl !== undefined || noReport === undefined || others.length === 0;
  const edits: YamlEdit[] = [
    { path: ["sources"], value: [...(isTold ? [own] : []), ...others] },
    { path: ["noPrimarySource"], value: oneLine(noReport) },
  ];
  if (isTold && sourceUrl === undefined)
    edits.push({ path: ["sources", 0, "url"], value: own.url, comment: toWrite(describe("sourceUrl")) });
  return edits;
}

/** How long it took, where somebody knows. */
function timeEdits({ toDetect, toResolve }: Answers): YamlEdit[] {
  const times = {
    ...(toDetect === undefined ? {} : { toDetect }),
    ...(toResolve === undefined ? {} : { toResolve }),
  };
  return Object.keys(times).length === 0 ? [] : [{ path: ["times"], value: times, after: "change" }];
}

function steps({ mitigationSteps }: Answers) {
  const { items } = readSteps(mitigationSteps);
  return items.length > 0
    ? items
    : [{ does: toWrite("What this step does and why it is safe."), effect: "reads" }];
}

/** The cascade as it was told; else a chain of the other answers, to be written out. */
function cascade(answers: Answers) {
  if (answers.cascade !== undefined) return readCascade(answers.cascade).cascade;
  const label = (text: string | undefined, what: string) => {
    const short = oneLine(text);
    return short !== undefined && short.length <= longestLabel ? short : toWrite(`${what}, in a few words.`);
  };
  const labels: Record<(typeof cascadeKinds)[number], string | undefined> = {
    trigger: label(answers.trigger, "What set it off"),
    fault: label(answers.rootCause, "What was wrong"),
    amplifier: undefined,
    symptom: label(answers.observed, "What was seen"),
    impact: label(answers.impact, "What it did"),
  };
  const nodes = cascadeKinds.flatMap((kind) => {
    const text = labels[kind];
    return text === undefined ? [] : [{ id: kind, kind, label: text }];
  });
  const arrows = nodes.slice(1).map((node, index) => ({ from: nodes[index]?.id ?? node.id, to: node.id }));
  return { nodes, arrows };
}

function manifestEdits({ broken, fixed, manifestsNote, guardrail, noGuardrail }: Answers): YamlEdit[] {
  const none = (text: string | undefined, what: string) => ({ none: oneLine(text) ?? toWrite(what) });
  if (!broken?.trim() || !fixed?.trim())
    return [
      {
        path: ["manifests"],
        value: none(manifestsNote, "Why no manifest can show the fault, or add broken.yaml and fixed.yaml."),
      },
      { path: ["guardrail"], value: none(noGuardrail, "Why no policy can refuse the fault.") },
    ];
  const object = firstObject(broken);
  const manifests = {
    origin: "reconstruction",
    note: oneLine(manifestsNote) ?? toWrite("What the manifests show and what in them is ours."),
  };
  if (guardrail === undefined || object === undefined)
    return [
      { path: ["manifests"], value: manifests },
      {
        path: ["guardrail"],
        value: none(noGuardrail, "The id of a guardrail, or why no policy can refuse the fault."),
      },
    ];
  return [
    { path: ["manifests"], value: manifests },
    { path: ["guardrail"], value: guardrail },
    { path: ["proof"], value: [{ object, guardrail }], after: "guardrail" },
  ];
}

/** The first object of some manifests, as Kind/name. */
function firstObject(text: string): string | undefined {
  const kind = /^kind:[ \t]*["']?([A-Z][A-Za-z0-9]*)/m.exec(text)?.[1];
  const name = /^metadata:[^\n]*\n(?:[ \t]+[^\n]*\n)*?[ \t]+name:[ \t]*["']?([a-z0-9][a-z0-9.-]*)/m.exec(
    text,
  )?.[1];
  return kind === undefined || name === undefined ? undefined : `${kind}/${name}`;
}

function withAtLeastTwo(lines: string[], what: string): string[] {
  const missing = Math.max(0, 2 - lines.length);
  return [
    ...lines,
    ...Array.from({ length: missing }, (_, index) => toWrite(`${what} (${lines.length + index + 1}).`)),
  ];
}
