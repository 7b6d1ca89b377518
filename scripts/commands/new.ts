import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { CheckedDraft, DraftFinding } from "../../src/checks/check-draft.ts";
import { reportText } from "../../src/report/text.ts";
import { answerLabels } from "../../src/story/draft/answer-labels.ts";
import { type AnswerName, type Answers, answersSchema } from "../../src/story/draft/answers.ts";
import { answerChoices } from "../../src/story/draft/issue-form.ts";
import { readAnswers } from "../../src/story/draft/read-answers.ts";
import { readIssue } from "../../src/story/draft/read-issue.ts";
import { type DraftFile, writeDraft } from "../../src/story/draft/write-draft.ts";
import type { Library } from "../../src/story/library.ts";
import { contentFolder, loadLibrary } from "../../src/story/load-library.ts";
import { decodeText } from "../../src/yaml/decode-text.ts";
import { parseYaml } from "../../src/yaml/parse-yaml.ts";
import { askAnswers } from "./ask-answers.ts";
import { type Command, exitCodes } from "./command.ts";
import { judgeDraft } from "./judge-draft.ts";
import { readArguments } from "./read-arguments.ts";
import type { Streams } from "./streams.ts";
import { UsageError } from "./usage-error.ts";

const names = (Object.keys(answersSchema.shape) as AnswerName[]).filter((name) => name !== "id");
const optionOf = (name: AnswerName) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** horror new: a story to start from. */
export const scaffold: Command = {
  summary: "starts a story from what you tell of it",
  usage: `Usage: horror new [ID] [--title TITLE] [--ANSWER VALUE ...]
       horror new ID --answers FILE
       horror new ID --from-issue FILE

Makes content/stories/ID. The id is the story's address for good: lower case
letters, digits and single dashes, such as orders-pods-on-one-node.
What you do not tell is marked TODO: in the story; horror check lists it.
In a terminal, and without options, it asks for what matters most, and says at
once what is wrong with an answer.

  --answers FILE      a YAML or JSON file with answers by name (- for standard
                      input): {title: ..., components: [node, kubelet]}
  --from-issue FILE   the text of an issue made with the form "Tell a story"
                      (- for standard input); what in it cannot be taken is
                      left out and said

Answers, each also an option; @FILE as a value reads the file:

${names.map((name) => `  --${optionOf(name).padEnd(20)}${answerLabels[name].toLowerCase()}`).join("\n")}
`,
  async run(args, streams) {
    const { values, positionals } = readArguments("new", args, {
      ...Object.fromEntries(names.map((name) => [optionOf(name), { type: "string" } as const])),
      answers: { type: "string" },
      "from-issue": { type: "string" },
    });
    const given = values as Readonly<Record<string, string | undefined>>;
    const stories = join(contentFolder(streams.environment), "stories");
    const template = join(stories, "_template", "story.mdx");
    const isFree = (id: string) => !existsSync(join(stories, id));
    const askForId = Object.keys(given).length === 0 ? streams.ask : undefined;
    const [id = askForId && (await askId(askForId, isFree)), ...more] = positionals;
    if (id === undefined || more.length > 0)
      throw new UsageError("new takes one id, such as orders-pods-on-one-node.");
    const told = {
      ...(given["answers"] === undefined ? {} : await answersIn(given["answers"], streams)),
      ...(given["from-issue"] === undefined ? {} : readIssue(await readText(given["from-issue"], streams))),
      ...options(given),
    };
    const { answers, problems } = readAnswers({ ...told, id });
    const complaints = problems.map(({ message, fix }) => `${message} ${fix}`);
    // Whoever wrote an issue is not there to be asked; the rest of what they told is worth a story.
    if (!answers || (problems.length > 0 && given["from-issue"] === undefined))
      throw new UsageError(complaints.join("\n  "));
    if (!existsSync(template))
      throw new UsageError(`there is no template in ${relative(".", dirname(template))}.`);
    const folder = join(stories, id);
    if (!isFree(id)) throw new UsageError(`the story ${relative(".", folder)} exists already.`);
    const library = loadLibrary(contentFolder(streams.environment));
    for (const complaint of complaints) streams.err(`Left out: ${complaint}\n`);
    const make = (told: Answers) => {
      const dated = { published: today(), ...told };
      return writeDraft(dated, readFileSync(template, "utf8"));
    };
    const judge = (told: Answers) => judgeDraft(library, id, make(told), told.guardrail);
    const whole =
      Object.keys(told).length === 0 && streams.ask
        ? await askAnswers(answers, {
            ask: streams.ask,
            words: (name) => wordsOf(name, library),
            judge: (told, name) =>
              faultsIn(judge(told))
                .filter(({ answer }) => answer === name)
                .map(({ message, fix }) => `${message} ${fix}`),
          })
        : answers;
    write(folder, make(whole), streams);
    sayWhatIsLeft(folder, judge(whole), streams);
    return exitCodes.clean;
  },
};

function write(folder: string, files: readonly DraftFile[], streams: Streams): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    streams.out(`${relative(".", join(folder, path))}\n`);
  }
}

/** Asks for an id until one can be taken; undefined at the end of input. */
async function askId(ask: NonNullable<Streams["ask"]>, isFree: (id: string) => boolean) {
  let said = "";
  for (;;) {
    const line = await ask(`${said}${answersSchema.shape.id.description}\n> `);
    if (line === undefined) return undefined;
    const id = line.trim();
    const { problems } = readAnswers({ id });
    if (problems.length === 0 && isFree(id)) return id;
    said =
      problems.length === 0
        ? `There is a story ${id} already.\n`
        : problems.map(({ message, fix }) => `${message} ${fix}\n`).join("");
  }
}

/** The words an answer may use, with what they mean where the vocabulary says it. */
function wordsOf(name: AnswerName, { vocabulary }: Library): (readonly [string, string])[] {
  if (!vocabulary.value) return [];
  const terms = { category: "categories", components: "components", provider: "providers" } as const;
  if (name === "category" || name === "components" || name === "provider")
    return Object.entries(vocabulary.value[terms[name]]).map(([word, { meaning }]) => [word, meaning]);
  return (answerChoices(vocabulary.value)[name] ?? []).map((word) => [word, ""]);
}

/** What is wrong with a draft beyond what is still to be written. */
function faultsIn(checked: CheckedDraft | undefined): DraftFinding[] {
  return (checked?.findings ?? []).filter(({ code }) => code !== "still-to-write");
}

function sayWhatIsLeft(folder: string, checked: CheckedDraft | undefined, streams: Streams): void {
  const path = relative(".", folder);
  const faults = faultsIn(checked).map((finding) => ({ ...finding, file: join(path, finding.file) }));
  if (faults.length > 0) streams.err(`\n${reportText(faults, { totals: false })}\n\n`);
  const left = (checked?.findings.length ?? 0) - faults.length;
  const places =
    left === 0
      ? "Nothing is left to write"
      : `${left} ${left === 1 ? "place is" : "places are"} left to write, marked TODO:`;
  const command =
    streams.environment["npm_lifecycle_event"] === "horror" ? "npm run check --" : "horror check";
  streams.err(`${places}. Check it with: ${command} ${path}\n`);
}

/** Today in UTC, so that a day does not depend on where the command runs. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function options(given: Readonly<Record<string, string | undefined>>): Partial<Record<AnswerName, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = given[optionOf(name)];
      if (value === undefined) return [];
      return [[name, value.startsWith("@") ? readFile(value.slice(1)) : value]];
    }),
  );
}

async function answersIn(file: string, streams: Streams): Promise<Record<string, unknown>> {
  const parsed = parseYaml(await readText(file, streams), { file });
  const [finding] = parsed.findings;
  const value = parsed.documents[0]?.value;
  if (finding) throw new UsageError(`${file}:${finding.line}:${finding.column}: ${finding.message}`);
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new UsageError(
      `${file} holds no answers; write one a line, as in title: A sentence that says the failure`,
    );
  return value as Record<string, unknown>;
}

async function readText(file: string, streams: Streams): Promise<string> {
  if (file !== "-") return readFile(file);
  return decode(await streams.input(), "standard input");
}

function readFile(file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new UsageError(`${file} cannot be read.`, { cause });
  }
  return decode(bytes, file);
}

function decode(bytes: Uint8Array, name: string): string {
  const { text, findings } = decodeText(bytes, name);
  if (text === undefined) throw new UsageError(`${name} is no text: ${findings[0]?.message ?? ""}`);
  return text;
}
