import { type Cascade, cascadeKinds } from "../schema/cascade.ts";
import { symptomSchema } from "../schema/symptom.ts";
import { toWrite } from "./to-write.ts";
import { readEntries } from "./told-entries.ts";

/** What came of reading an answer that lists several things, and what in it could not be read. */
export interface ToldList<Item> {
  items: Item[];
  /** In one sentence, with what to write instead. */
  problem?: string;
}

/** A source beside the one the story is told from. */
export interface ToldSource {
  title: string;
  url: string;
  author?: string;
  published?: string;
  kind: "primary" | "secondary" | "reference";
  note?: string;
}

/** Sources: `primary: Title https://...`, with lines `by: `, `on: ` and `note: `. Without a kind, one is secondary. */
export function readSources(text: string | undefined): ToldList<ToldSource> {
  const { entries, stray } = readEntries(text, { "by:": "author", "on:": "published", "note:": "note" });
  const bad = entries.find((entry) => !sourceForm.test(entry.text));
  return {
    items: entries.flatMap((entry) => {
      const [, kind = "secondary", title = "", url = ""] = sourceForm.exec(entry.text) ?? [];
      if (url === "") return [];
      const { author, published, note } = joined(entry.marked);
      return [
        {
          title: title === "" ? toWrite("Its title.") : title,
          url,
          ...(author === undefined ? {} : { author }),
          ...(published === undefined ? {} : { published }),
          kind: kind.toLowerCase() as ToldSource["kind"],
          ...(note === undefined ? {} : { note }),
        },
      ];
    }),
    ...problem(
      stray,
      bad &&
        `"${bad.text}" does not end with an address. Write the title and the address on one line, as in: primary: Our talk https://example.com/talk`,
    ),
  };
}

const sourceForm = /^(?:(primary|secondary|reference):\s*)?(.*?)\s*(https?:\/\/\S+)$/i;

/** One more thing that was seen. */
export interface ToldSymptom {
  observed: string;
  where?: (typeof places)[number];
  /** Lines as they were printed. */
  lines: string[];
  command?: string;
  expect?: string;
  rulesOut?: string;
}

const places = symptomSchema.shape.where.options;
const placeForm = new RegExp(`^(${places.join("|")}):\\s+(.+)$`, "i");

/** Things seen: `logs: What was seen.`, with lines `> ` (as printed), `$ ` (a command), `shows: ` and `not if: `. */
export function readSymptoms(text: string | undefined): ToldList<ToldSymptom> {
  const { entries, stray } = readEntries(text, {
    "> ": "lines",
    "$ ": "command",
    "shows:": "expect",
    "not if:": "rulesOut",
  });
  return {
    items: entries.map((entry) => {
      const [, where, observed = entry.text] = placeForm.exec(entry.text) ?? [];
      const { command, expect, rulesOut } = joined(entry.marked);
      return {
        observed,
        ...(where === undefined ? {} : { where: where.toLowerCase() as (typeof places)[number] }),
        lines: entry.marked.lines ?? [],
        ...(command === undefined ? {} : { command }),
        ...(expect === undefined ? {} : { expect }),
        ...(rulesOut === undefined ? {} : { rulesOut }),
      };
    }),
    ...problem(stray),
  };
}

/** Something tried in vain, with lines `looked right: ` and `did not help: `. */
export function readDeadEnds(
  text: string | undefined,
): ToldList<{ tried: string; lookedRight: string; didNotHelp: string }> {
  const { entries, stray } = readEntries(text, {
    "looked right:": "lookedRight",
    "did not help:": "didNotHelp",
  });
  return {
    items: entries.map((entry) => {
      const { lookedRight, didNotHelp } = joined(entry.marked);
      return {
        tried: entry.text,
        lookedRight: lookedRight ?? toWrite("Why it looked right."),
        didNotHelp: didNotHelp ?? toWrite("Why it did not help."),
      };
    }),
    ...problem(stray),
  };
}

/** A step to take, as the story holds it. */
export interface ToldStep {
  does: string;
  command?: string;
  effect: "reads" | "changes";
  undo?: string;
}

/** Steps: what it does, with lines `$ ` (its command) and `undo: `. One that says how to undo it changes something. */
export function readSteps(text: string | undefined): ToldList<ToldStep> {
  const { entries, stray } = readEntries(text, { "$ ": "command", "undo:": "undo" });
  return {
    items: entries.map((entry) => {
      const { command, undo } = joined(entry.marked, "\n");
      return {
        does: entry.text,
        ...(command === undefined ? {} : { command }),
        ...(undo === undefined ? { effect: "reads" as const } : { effect: "changes" as const, undo }),
      };
    }),
    ...problem(stray),
  };
}

/** What happened when: `17:40 UTC: What happened.` A line that ends in `(inferred)` says so. */
export function readTimeline(
  text: string | undefined,
): ToldList<{ at: string; event: string; inferred?: boolean }> {
  const { entries } = readEntries(text, {});
  const form = /^(.+?):\s+(.+?)(\s*\(inferred\))?$/i;
  const bad = entries.find((entry) => !form.test(entry.text));
  return {
    items: entries.flatMap((entry) => {
      const [, at, event, inferred] = form.exec(entry.text) ?? [];
      if (at === undefined || event === undefined) return [];
      return [{ at, event, ...(inferred === undefined ? {} : { inferred: true }) }];
    }),
    ...problem(
      undefined,
      bad &&
        `"${bad.text}" does not begin with a time. Write when, a colon, a space and what happened, as in: +20 minutes: The pods are gone.`,
    ),
  };
}

/** Prevention: what to do, after `prevent:`, `mitigate:` or `process:` where it is not `prevent`, and `library` where it is ours. */
export function readPrevention(
  text: string | undefined,
): { kind: "mitigate" | "prevent" | "process"; what: string; from: "report" | "library" }[] {
  return readEntries(text, {}).entries.map((entry) => {
    const [, words = "", what = entry.text] =
      /^((?:(?:mitigate|prevent|process|report|library)[ ,]*)+):\s+(.+)$/i.exec(entry.text) ?? [];
    const said = words.toLowerCase();
    const kind = (["mitigate", "process"] as const).find((one) => said.includes(one)) ?? "prevent";
    return { kind, what, from: said.includes("library") ? "library" : "report" };
  });
}

/**
 * How one thing led to the next: `trigger: What set it off`, each line leading to the one below it. After an empty line
 * another chain begins; the same text twice is the same thing.
 */
export function readCascade(text: string | undefined): ToldList<never> & { cascade: Cascade } {
  const cascade: Cascade = { nodes: [], arrows: [] };
  const form = new RegExp(`^(${cascadeKinds.join("|")}):\\s+(.+)$`, "i");
  let bad: string | undefined;
  let above: string | undefined;
  for (const line of (text ?? "").split("\n").map((one) => one.trim())) {
    const [, kind, label] = form.exec(line) ?? [];
    if (kind === undefined || label === undefined) {
      if (line !== "") bad ??= line;
      above = undefined;
      continue;
    }
    const id = nodeOf(cascade, kind.toLowerCase() as (typeof cascadeKinds)[number], label);
    const from = above;
    if (from !== undefined && !cascade.arrows.some((arrow) => arrow.from === from && arrow.to === id))
      cascade.arrows.push({ from, to: id });
    above = id;
  }
  return {
    items: [],
    cascade,
    ...problem(
      undefined,
      bad &&
        `"${bad}" does not begin with its part. Write one of ${cascadeKinds.join(", ")}, a colon and what it was.`,
    ),
  };
}

/** The id of a node, which is added where it is new: its kind, numbered from the second one on. */
function nodeOf(cascade: Cascade, kind: (typeof cascadeKinds)[number], label: string): string {
  const known = cascade.nodes.find((node) => node.kind === kind && node.label === label);
  if (known) return known.id;
  const before = cascade.nodes.filter((node) => node.kind === kind).length;
  const id = before === 0 ? kind : `${kind}-${before + 1}`;
  cascade.nodes.push({ id, kind, label });
  return id;
}

function joined<Name extends string>(
  marked: Partial<Record<Name, string[]>>,
  between = " ",
): Partial<Record<Name, string>> {
  return Object.fromEntries(
    Object.entries<string[] | undefined>(marked).map(([name, lines]) => [name, (lines ?? []).join(between)]),
  ) as Partial<Record<Name, string>>;
}

function problem(stray: string | undefined, bad?: string | undefined): { problem?: string } {
  if (bad) return { problem: bad };
  return stray === undefined
    ? {}
    : {
        problem: `"${stray}" belongs to the line above it, and there is none. Write first what it is about.`,
      };
}
