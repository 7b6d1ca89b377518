import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, relative, resolve } from "node:path";
import { compileGuardrails } from "../../src/checks/compile-guardrails.ts";
import { runChecks } from "../../src/checks/run-checks.ts";
import { loadSchemas } from "../../src/kube/schemas/load-schemas.ts";
import { contentFolder, loadLibrary } from "../../src/story/load-library.ts";
import { type Command, exitCodes } from "./command.ts";
import { readArguments } from "./read-arguments.ts";
import { reviewText } from "./review-text.ts";
import { siteAddress } from "./site-address.ts";
import { UsageError } from "./usage-error.ts";

/** horror review: what a reviewer reads beside a story. */
export const review: Command = {
  summary: "lists for a reviewer what stories claim and which others they resemble",
  usage: `Usage: horror review STORY...
       horror review --base REVISION

Writes Markdown: each claim of a story as a box to tick beside its sources, the
stories it resembles, what its guardrail said, what the check found.

  STORY             a story's id or folder
  --base REVISION   the stories that changed since a Git revision, such as
                    origin/main
`,
  async run(args, streams) {
    const { values, positionals } = readArguments("review", args, { base: { type: "string" } });
    const root = contentFolder(streams.environment);
    if (!existsSync(root)) throw new UsageError(`there is no folder ${relative(".", root)}.`);
    if ((values.base === undefined) === (positionals.length === 0))
      throw new UsageError("review takes stories, or --base with a Git revision.");
    const library = loadLibrary(root);
    const ids =
      values.base === undefined ? positionals.map((name) => basename(name)) : changedSince(values.base, root);
    const known = library.stories.filter(({ template }) => !template);
    const unknown = ids.filter((id) => values.base === undefined && !known.some((story) => story.id === id));
    if (unknown.length > 0) throw new UsageError(`there is no story ${unknown.join(", ")}.`);
    const stories = known.filter(({ id }) => ids.includes(id));
    const { findings } = runChecks(library, { schemas: loadSchemas() });
    const guardrails = compileGuardrails(library);
    streams.out(
      stories.length === 0
        ? "No story changes.\n"
        : stories
            .map((story) =>
              reviewText(story, {
                library,
                guardrails,
                site: siteAddress(library),
                findings: findings.filter(({ file }) =>
                  resolve(file).startsWith(`${resolve(story.folder)}/`),
                ),
              }),
            )
            .join("\n"),
    );
    return exitCodes.clean;
  },
};

/** Ids of the stories whose files differ from a revision's. Throws UsageError where Git cannot tell. */
function changedSince(revision: string, root: string): string[] {
  let names: string;
  try {
    names = execFileSync(
      "git",
      ["diff", "--name-only", "--no-renames", `${revision}...HEAD`, "--", `${root}/stories`],
      {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
  } catch (cause) {
    throw new UsageError(`Git cannot compare with ${revision}; fetch it first.`, { cause });
  }
  return [
    ...new Set(names.split("\n").flatMap((name) => /(?:^|\/)stories\/([^/]+)\//.exec(name)?.[1] ?? [])),
  ];
}
