import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { answerLabels } from "../../src/story/draft/answer-labels.ts";
import { type AnswerName, type Answers, answersSchema } from "../../src/story/draft/answers.ts";
import { readAnswers } from "../../src/story/draft/read-answers.ts";
import { readIssue } from "../../src/story/draft/read-issue.ts";
import { writeDraft } from "../../src/story/draft/write-draft.ts";
import { contentFolder } from "../../src/story/load-library.ts";
import { decodeText } from "../../src/yaml/decode-text.ts";
import { parseYaml } from "../../src/yaml/parse-yaml.ts";
import { askAnswers } from "./ask-answers.ts";
import { type Command, exitCodes } from "./command.ts";
import { readArguments } from "./read-arguments.ts";
import type { Streams } from "./streams.ts";
import { UsageError } from "./usage-error.ts";

const names = (Object.keys(answersSchema.shape) as AnswerName[]).filter((name) => name !== "id");
const optionOf = (name: AnswerName) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** horror new: a story to start from. */
export const scaffold: Command = {
  summary: "starts a story from what you tell of it",
  usage: `Usage: horror new ID [--title TITLE] [--ANSWER VALUE ...]
       horror new ID --answers FILE
       horror new ID --from-issue FILE

Makes content/stories/ID. The id is the story's address for good: lower case
letters, digits and single dashes, such as moonlight-pods-on-one-node.
What you do not tell is marked TODO: in the story; horror check lists it.
In a terminal, and without options, it asks for what matters most.

  --answers FILE      a YAML or JSON file with answers by name (- for standard
                      input): {title: ..., components: [node, kubelet]}
  --from-issue FILE   the text of an issue made with the form "Tell a story"
                      (- for standard input)

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
    const [id, ...more] = positionals;
    if (id === undefined || more.length > 0)
      throw new UsageError("new takes one id, such as moonlight-pods-on-one-node.");
    const stories = join(contentFolder(streams.environment), "stories");
    const template = join(stories, "_template", "story.mdx");
    const folder = join(stories, id);
    const told = {
      ...(given["answers"] === undefined ? {} : await answersIn(given["answers"], streams)),
      ...(given["from-issue"] === undefined ? {} : readIssue(await readText(given["from-issue"], streams))),
      ...options(given),
    };
    const read = readAnswers({ ...told, id });
    if ("problems" in read)
      throw new UsageError(read.problems.map(({ message, fix }) => `${message} ${fix}`).join("\n  "));
    if (!existsSync(template))
      throw new UsageError(`there is no template in ${relative(".", dirname(template))}.`);
    if (existsSync(folder)) throw new UsageError(`the story ${relative(".", folder)} exists already.`);
    const asked =
      Object.keys(told).length === 0 && streams.ask
        ? await askAnswers(read.answers, streams.ask)
        : read.answers;
    return write(folder, { published: today(), ...asked }, readFileSync(template, "utf8"), streams);
  },
};

function write(folder: string, answers: Answers, template: string, streams: Streams): number {
  const files = writeDraft(answers, template);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    streams.out(`${relative(".", join(folder, path))}\n`);
  }
  streams.err(`What is left to write is marked TODO:, and horror check ${relative(".", folder)} lists it.\n`);
  return exitCodes.clean;
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
