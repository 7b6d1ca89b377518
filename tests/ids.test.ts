import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { loadLibrary } from "../src/story/load-library.ts";

// An id that was published once is an address somebody has kept: it leads to a story for good.

const folder = "content/stories";

/** What a git command says; undefined where there is no git or it fails. */
function git(...args: string[]): string | undefined {
  const run = spawnSync("git", args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  return run.status === 0 ? run.stdout : undefined;
}

/** Why the history cannot tell which ids there were; undefined where it can. */
function unknowable(): string | undefined {
  const shallow = git("rev-parse", "--is-shallow-repository")?.trim();
  if (shallow === undefined) return "there is no git history here";
  return shallow === "false"
    ? undefined
    : "the clone is shallow; fetch the whole history with git fetch --unshallow";
}

test("every id that ever stood in the history is a story's id or a former one", ({ skip }) => {
  const reason = unknowable();
  skip(reason !== undefined, reason);
  const added =
    git("log", "--format=", "--name-only", "--no-renames", "--diff-filter=A", "--relative", "--", folder) ??
    "";
  const ever = new Set(
    added
      .split("\n")
      .filter((file) => file.endsWith("/story.mdx"))
      .map((file) => file.slice(folder.length + 1, -"/story.mdx".length)),
  );
  const stories = loadLibrary(folder.slice(0, folder.indexOf("/"))).stories;
  const known = new Set(stories.flatMap(({ id, story }) => [id, ...(story?.known.formerIds ?? [])]));
  expect(ever.size).toBeGreaterThan(10);
  expect([...ever].filter((id) => !known.has(id))).toEqual([]);
});
