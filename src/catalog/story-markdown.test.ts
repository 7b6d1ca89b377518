import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseStory } from "../story/parse-story.ts";
import type { StoryFacts } from "../story/schema/story.ts";
import { type MarkdownStory, storyMarkdown } from "./story-markdown.ts";

const folder = "content/stories";
const ids = readdirSync(folder).filter((id) => readdirSync(`${folder}/${id}`).includes("story.mdx"));

function load(id: string, change: (facts: StoryFacts) => StoryFacts = (facts) => facts): MarkdownStory {
  const { facts, body } = parseStory(readFileSync(`${folder}/${id}/story.mdx`, "utf8"), id);
  if (!facts) throw new Error(`${id} cannot be read.`);
  const names = readdirSync(`${folder}/${id}`);
  const read = (name: string) => readFileSync(`${folder}/${id}/${name}`, "utf8");
  return {
    facts: change(facts),
    body,
    url: `https://example.org/a/stories/${id}/`,
    home: "https://example.org/a/",
    when: "2019",
    category: "Scheduling",
    provider: "GKE",
    components: ["Scheduler"],
    license: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
    ...(names.includes("broken.yaml") ? { broken: read("broken.yaml"), fixed: read("fixed.yaml") } : {}),
  };
}

test("there are stories to write", () => {
  expect(ids).toContain("_template");
});

describe.each(ids)("%s", (id) => {
  const markdown = storyMarkdown(load(id));

  test("has one title, and its sections in the order of the page", () => {
    const outside = markdown.replaceAll(/^\s*(`{3,})[\s\S]*?^\s*\1$/gm, "");
    expect(outside.match(/^# /gm)).toHaveLength(1);
    const titles = [...outside.matchAll(/^## (.+)$/gm)].map((match) => match[1]);
    expect(titles.slice(0, 1)).toEqual(["What you see"]);
    expect(titles.indexOf("Do this first")).toBeLessThan(titles.indexOf("What happened"));
    expect(titles.at(-1)).toBe("Sources");
  });

  test("has text in place of components, and whole addresses", () => {
    expect(markdown).not.toMatch(/^<[A-Z]/m);
    expect(markdown).not.toContain("](/");
  });
});

test("text with fences of its own stays inside its fence", () => {
  const markdown = storyMarkdown(
    load("_template", (facts) => ({
      ...facts,
      mitigation: {
        ...facts.mitigation,
        steps: [{ does: "Look.", effect: "reads", command: "```\nkubectl" }],
      },
    })),
  );
  expect(markdown).toContain("1. (reads) Look.\n\n   ````console\n   ```\n   kubectl\n   ````");
});
