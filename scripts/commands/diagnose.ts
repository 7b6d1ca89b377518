import { readFileSync, statSync } from "node:fs";
import { diagnosableStories } from "../../src/checks/story-documents.ts";
import { buildStoryIndex } from "../../src/diagnosis/build-story-index.ts";
import { makeDiagnoser } from "../../src/diagnosis/diagnose.ts";
import { loadLibrary } from "../../src/story/load-library.ts";
import { type Command, exitCodes } from "./command.ts";
import { diagnosisJson, diagnosisText } from "./diagnosis-report.ts";
import { libraryHome } from "./library-home.ts";
import { oneOf, readArguments } from "./read-arguments.ts";
import { siteAddress } from "./site-address.ts";
import type { Streams } from "./streams.ts";
import { UsageError } from "./usage-error.ts";

/** The largest text read, in bytes: far above anything a reader would look through. */
const maxSize = 5 * 1024 * 1024;

/** horror diagnose: which of these stories am I in? */
export const diagnose: Command = {
  summary: "finds the stories that pasted text resembles",
  usage: `Usage: horror diagnose [FILE|-] [options]

Takes what you see, one line or hundreds: events, logs, the output of kubectl
describe. Names, numbers and times that differ between clusters do no harm.
Says which stories it resembles, how surely, and which line says so. Nothing
leaves the machine. Without a FILE, or with -, it reads standard input:

  kubectl get events --all-namespaces | horror diagnose -

  --limit NUMBER    most stories named (default 5)
  --format FORMAT   text, json (default text)

Confidence: exact (a line carries a message the story is known by), likely (a line
says nearly what the story has seen), weak (some of the words).
`,
  async run(args, streams) {
    const { values, positionals } = readArguments("diagnose", args, {
      limit: { type: "string", default: "5" },
      format: { type: "string", default: "text" },
    });
    const format = oneOf("format", values.format, ["text", "json"]);
    const limit = Number(values.limit);
    if (!/^\d{1,3}$/.test(values.limit) || limit < 1)
      throw new UsageError(`--limit cannot be "${values.limit}"; it is a number from 1 to 999.`);
    if (positionals.length > 1)
      throw new UsageError(
        `diagnose takes one file, or - for standard input; not ${positionals.join(" and ")}.`,
      );
    const text = await readText(positionals[0] ?? "-", streams);
    const library = loadLibrary(libraryHome(streams));
    const stories = diagnosableStories(library);
    if (stories.length === 0) throw new UsageError("the library has no published stories to compare with.");
    const diagnosis = makeDiagnoser(
      buildStoryIndex(stories.map(({ document }) => document)),
      stories.map(({ known }) => known),
    )(text, { limit });
    const site = siteAddress(library);
    streams.out(format === "json" ? diagnosisJson(diagnosis, site) : diagnosisText(diagnosis, site));
    return exitCodes.clean;
  },
};

async function readText(path: string, streams: Streams): Promise<string> {
  const bytes = path === "-" ? await streams.input() : readFile(path);
  if (bytes.length > maxSize)
    throw new UsageError(
      `the text has ${bytes.length} bytes; at most ${maxSize} are read. The last few hundred lines will do.`,
    );
  // Logs are not always clean; what is no UTF-8 cannot match anything and does no harm.
  return new TextDecoder().decode(bytes);
}

function readFile(path: string): Uint8Array {
  try {
    if (statSync(path).isDirectory())
      throw new UsageError(`${path} is a folder; diagnose takes a file of text.`);
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(
      `${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
      { cause },
    );
  }
}
