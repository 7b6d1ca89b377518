import type { YamlEdit } from "../../yaml/edit-yaml.ts";
import { cascadeKinds } from "../schema/cascade.ts";
import { type AnswerName, type Answers, answersSchema } from "./answers.ts";
import { suggestSignature } from "./suggest-signature.ts";
import { toWrite } from "./to-write.ts";

/** So many messages become symptoms of their own. */
const mostMessages = 6;
/** The longest label of the cascade's picture, in characters. */
const longestLabel = 90;

/** Messages as they go into the story's evidence: without empty lines and without white space at the end. */
export function messageLines(answers: Answers): string[] {
  return splitLines(answers.messages);
}

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
  const told = (name: AnswerName): string => oneLine(answers[name]) ?? toWrite(describe(name));
  return [
    set("title", told("title")),
    set("summary", told("summary")),
    set("status", "draft"),
    set("organization", told("organization")),
    ...choice("incidentDate", "incidentDate"),
    set("published", answers.published),
    set("provenance.kind", "incident"),
    set("provenance.coverage", "full"),
    set(
      "provenance.note",
      toWrite("What could not be read, what is inferred, what in the manifests is ours."),
    ),
    ...choice("provider", "provider"),
    set("kubernetesVersion", "unknown"),
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
    set("symptoms", symptoms(answers)),
    set("trigger", told("trigger")),
    set("change", answers.change ?? "unknown"),
    set("rootCause", told("rootCause")),
    set("contributing", splitLines(answers.contributing)),
    set("cascade", cascade(answers)),
    set("deadEnds", undefined),
    set("timeline", undefined),
    set("mitigation.summary", told("mitigation")),
    set("mitigation.steps", [
      {
        does: toWrite("What this step does and why it is safe."),
        ...(answers.mitigationCommand ? { command: oneLine(answers.mitigationCommand) } : {}),
        effect: "reads",
      },
    ]),
    set("fix.summary", told("fix")),
    set("fix.verify", [
      { command: oneLine(answers.verify) ?? toWrite(describe("verify")), expect: told("verifyExpect") },
    ]),
    set("fix.rollback", told("rollback")),
    ...manifestEdits(answers),
    set(
      "prevention",
      orToWrite(splitLines(answers.prevention), "prevention").map((what) => ({
        kind: "prevent",
        what,
        from: "report",
      })),
    ),
    set("poll.question", oneLine(answers.question) ?? toWrite("A question to the readers worth answering?")),
    set("poll.options", withAtLeastTwo(splitLines(answers.options), "An answer")),
    set("related", []),
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
};

function describe(name: AnswerName): string {
  return answersSchema.shape[name].description ?? "";
}

function sourceEdits(answers: Answers): YamlEdit[] {
  const source = {
    title: oneLine(answers.sourceTitle) ?? toWrite(describe("sourceTitle")),
    url: answers.sourceUrl ?? "https://example.com/",
    kind: "primary",
  };
  const edits: YamlEdit[] = [
    { path: ["sources"], value: [source] },
    { path: ["noPrimarySource"], value: undefined },
  ];
  if (answers.sourceUrl === undefined)
    edits.push({ path: ["sources", 0, "url"], value: source.url, comment: toWrite(describe("sourceUrl")) });
  return edits;
}

function symptoms(answers: Answers): Record<string, unknown>[] {
  const lines = messageLines(answers).slice(0, mostMessages);
  const where = answers.where ?? "events";
  const check = answers.check
    ? {
        check: {
          command: oneLine(answers.check),
          expect: oneLine(answers.checkExpect) ?? toWrite(describe("checkExpect")),
        },
      }
    : {};
  const first = oneLine(answers.observed) ?? toWrite(describe("observed"));
  if (lines.length === 0)
    return [{ observed: first, where, ...check, rulesOut: toWrite("What would mean that it is not this.") }];
  return lines.map((line, index) => {
    const signature = suggestSignature(line);
    return {
      observed: index === 0 ? first : toWrite("What this line says to the reader."),
      where,
      evidence: { file: evidenceFile, lines: String(index + 1) },
      ...(signature === undefined ? {} : { signature }),
      ...(index === 0 ? { ...check, rulesOut: toWrite("What would mean that it is not this.") } : {}),
    };
  });
}

/** The file the messages go into, in the story's folder. */
export const evidenceFile = "evidence/messages.txt";

function cascade(answers: Answers) {
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

function manifestEdits({ broken, fixed, guardrail }: Answers): YamlEdit[] {
  const none = (why: string) => ({ none: toWrite(why) });
  if (!broken?.trim() || !fixed?.trim())
    return [
      {
        path: ["manifests"],
        value: none("Why no manifest can show the fault, or add broken.yaml and fixed.yaml."),
      },
      { path: ["guardrail"], value: none("Why no policy can refuse the fault.") },
    ];
  const object = firstObject(broken);
  const manifests = {
    origin: "reconstruction",
    note: toWrite("What the manifests show and what in them is ours."),
  };
  if (guardrail === undefined || object === undefined)
    return [
      { path: ["manifests"], value: manifests },
      { path: ["guardrail"], value: none("The id of a guardrail, or why no policy can refuse the fault.") },
    ];
  return [
    { path: ["manifests"], value: manifests },
    { path: ["guardrail"], value: guardrail },
    { path: ["proof"], value: [{ object, guardrail }] },
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

function splitLines(text: string | undefined): string[] {
  return (text ?? "")
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== "");
}

function oneLine(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.replace(/\s+/g, " ").trim();
  return text === "" ? undefined : text;
}

function orToWrite(lines: string[], name: AnswerName): string[] {
  return lines.length > 0 ? lines : [toWrite(describe(name))];
}

function withAtLeastTwo(lines: string[], what: string): string[] {
  const missing = Math.max(0, 2 - lines.length);
  return [
    ...lines,
    ...Array.from({ length: missing }, (_, index) => toWrite(`${what} (${lines.length + index + 1}).`)),
  ];
}
