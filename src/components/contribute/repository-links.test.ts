import { expect, test } from "vitest";
import { repositoryLinks } from "./repository-links.ts";

const home = {
  repository: "https://github.com/acme/library",
  branch: "main",
  stories: "postmortems/stories",
};
const answers = { id: "acme-port", title: "Pods & ports: a story", story: "It & that." };

test("opens GitHub's own pages with what was written", () => {
  const { newFiles, issue } = repositoryLinks(home, answers, [
    { path: "story.mdx", text: "---\ntitle: a & b\n" },
    { path: "evidence/messages.txt", text: "0/3 nodes\n" },
  ]);
  expect(newFiles.map(({ label }) => label)).toEqual(["story.mdx", "evidence/messages.txt"]);
  const first = new URL(newFiles[0]?.address ?? "");
  expect(first.pathname).toBe("/acme/library/new/main");
  expect(Object.fromEntries(first.searchParams)).toEqual({
    filename: "postmortems/stories/acme-port/story.mdx",
    value: "---\ntitle: a & b\n",
  });
  expect(Object.fromEntries(new URL(issue.address).searchParams)).toEqual({
    template: "story.yml",
    title: "Pods & ports: a story",
    story: "It & that.",
  });
});

test("says which files are too long for an address, and leaves long answers out of the issue", () => {
  const long = "word ".repeat(4000);
  const links = repositoryLinks(home, { ...answers, story: long }, [{ path: "story.mdx", text: long }]);
  expect(links).toMatchObject({ newFiles: [], tooLong: ["story.mdx"] });
  expect(new URL(links.issue.address).searchParams.has("story")).toBe(false);
});
