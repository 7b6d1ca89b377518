import { spawnSync } from "node:child_process";

/**
 * Reads from git on which day each folder under `parent` was last changed, as YYYY-MM-DD by the folder's path from
 * `root`, a folder of the repository. Undefined where the history cannot tell: without git, outside of a repository, and in a shallow
 * clone, whose oldest commit claims every file.
 */
export function loadHistory(parent: string, root = "."): Map<string, string> | undefined {
  const git = (...args: string[]): string | undefined => {
    const run = spawnSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 });
    return run.status === 0 ? run.stdout : undefined;
  };
  if (git("rev-parse", "--is-shallow-repository")?.trim() !== "false") return undefined;
  const log = git("log", "--format=%x00%cs", "--name-only", "--relative", "--", parent);
  if (log === undefined) return undefined;
  const changed = new Map<string, string>();
  for (const commit of log.split("\0").slice(1)) {
    const [day = "", ...files] = commit.split("\n");
    for (const file of files.filter(Boolean)) {
      const folder = file
        .split("/")
        .slice(0, parent.split("/").length + 1)
        .join("/");
      if (!changed.has(folder)) changed.set(folder, day);
    }
  }
  return changed;
}
