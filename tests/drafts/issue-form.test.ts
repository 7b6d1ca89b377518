import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answerLabels } from "../../src/story/draft/answer-labels.ts";
import { issueAnswers, issueForm } from "../../src/story/draft/issue-form.ts";
import { readIssue } from "../../src/story/draft/read-issue.ts";
import { loadLibrary } from "../../src/story/load-library.ts";
import { writeYaml } from "../../src/yaml/write-yaml.ts";

const file = ".github/ISSUE_TEMPLATE/story.yml";

test("the issue form is what the answers say (npm run schemas writes it)", () => {
  const { vocabulary } = loadLibrary();
  if (!vocabulary.value) throw new Error("no vocabulary");
  const text = readFileSync(file, "utf8").split("\n").slice(1).join("\n");
  expect(text).toBe(writeYaml(issueForm(vocabulary.value)));
});

test("an issue made with the form is read back, with what GitHub adds around the answers", () => {
  const body = [
    `### ${answerLabels.title}`,
    "",
    "Every pod went down at once",
    "",
    `### ${answerLabels.story}`,
    "",
    "First this.",
    "",
    "### A heading of the author's",
    "",
    "Then that.",
    "",
    `### ${answerLabels.sourceUrl}`,
    "",
    "_No response_",
    "",
    `### ${answerLabels.category}`,
    "",
    "None",
    "",
    `### ${answerLabels.messages}`,
    "",
    "```text",
    "0/3 nodes are available",
    "### not a heading",
    "```",
  ].join("\r\n");
  expect(readIssue(body)).toEqual({
    title: "Every pod went down at once",
    story: "First this.\n\n### A heading of the author's\n\nThen that.",
    messages: "0/3 nodes are available\n### not a heading",
  });
});

test("labels are told apart by readers and by programs", () => {
  const labels = Object.values(answerLabels);
  expect(new Set(labels.map((label) => label.toLowerCase())).size).toBe(labels.length);
  expect(issueAnswers.length).toBeLessThanOrEqual(20);
});
