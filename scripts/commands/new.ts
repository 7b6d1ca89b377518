import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { contentFolder } from "../../src/story/load-library.ts";
import { scaffoldStory } from "../../src/story/scaffold-story.ts";
import { type Command, exitCodes } from "./command.ts";
import { readArguments } from "./read-arguments.ts";
import { UsageError } from "./usage-error.ts";

/** horror new: a story to start from. */
export const scaffold: Command = {
  summary: "starts a story from the template",
  usage: `Usage: horror new ID [--title TITLE]

Copies the template to content/stories/ID. The id is the story's address for
good: lower case letters, digits and single dashes, such as
moonlight-pods-on-one-node.

  --title TITLE   a sentence that says the failure (default: made from the id)
`,
  async run(args, streams) {
    const { values, positionals } = readArguments("new", args, { title: { type: "string" } });
    const [id, ...more] = positionals;
    if (id === undefined || more.length > 0)
      throw new UsageError("new takes one id, such as moonlight-pods-on-one-node.");
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) || id.length > 80)
      throw new UsageError(
        `"${id}" cannot be an id: use lower case letters, digits and single dashes, at most 80 characters.`,
      );
    const stories = join(contentFolder(streams.environment), "stories");
    const template = join(stories, "_template");
    const folder = join(stories, id);
    if (!existsSync(join(template, "story.mdx")))
      throw new UsageError(`there is no template in ${relative(".", template)}.`);
    if (existsSync(folder)) throw new UsageError(`the story ${relative(".", folder)} exists already.`);
    let text: string;
    try {
      text = scaffoldStory(readFileSync(join(template, "story.mdx"), "utf8"), id, values.title);
    } catch (cause) {
      throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
    }
    cpSync(template, folder, { recursive: true });
    writeFileSync(join(folder, "story.mdx"), text);
    streams.out(`${relative(".", folder)}/story.mdx\n`);
    streams.err(`Fill it in, then run: horror check ${relative(".", folder)}\n`);
    return exitCodes.clean;
  },
};
