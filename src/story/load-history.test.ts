import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { loadHistory } from "./load-history.ts";

const home = mkdtempSync(join(tmpdir(), "history-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const whole = join(home, "whole");
mkdirSync(whole);
const git = (cwd: string, ...args: string[]) =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
    cwd,
    stdio: "pipe",
    env: { ...process.env, GIT_COMMITTER_DATE: day, GIT_AUTHOR_DATE: day },
  });
let day = "2026-01-02T12:00:00Z";
git(whole, "init", "--quiet");
function commit(date: string, files: Record<string, string>): void {
  day = `${date}T12:00:00Z`;
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(whole, name, ".."), { recursive: true });
    writeFileSync(join(whole, name), text);
  }
  git(whole, "add", ".");
  git(whole, "commit", "--quiet", "-m", date);
}
commit("2026-01-02", { "content/stories/a/story.mdx": "a", "content/stories/b/story.mdx": "b" });
commit("2026-02-03", { "content/stories/b/evidence/log.txt": "b", "README.md": "x" });
commit("2026-03-04", { "README.md": "y" });

test("a whole history tells when each story was last changed, evidence included", () => {
  expect(loadHistory("content/stories", whole)).toEqual(
    new Map([
      ["content/stories/a", "2026-01-02"],
      ["content/stories/b", "2026-02-03"],
    ]),
  );
});

test("paths are those from the folder that is asked, wherever its repository begins", () => {
  expect(loadHistory("stories", join(whole, "content"))).toEqual(
    new Map([
      ["stories/a", "2026-01-02"],
      ["stories/b", "2026-02-03"],
    ]),
  );
});

test("a shallow clone tells nothing, since its oldest commit would claim every file", () => {
  git(home, "clone", "--quiet", "--depth", "1", `file://${whole}`, "shallow");
  expect(loadHistory("content/stories", join(home, "shallow"))).toBeUndefined();
});

test("outside of a repository nothing is told", () => {
  mkdirSync(join(home, "bare"));
  expect(loadHistory("content/stories", join(home, "bare"))).toBeUndefined();
});
