import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadSchemas } from "../kube/schemas/load-schemas.ts";
import { readAnswers } from "../story/draft/read-answers.ts";
import { writeDraft } from "../story/draft/write-draft.ts";
import { loadLibrary } from "../story/load-library.ts";
import { checkDraft } from "./check-draft.ts";

const vocabulary = loadLibrary().vocabulary.value;
const template = readFileSync("content/stories/_template/story.mdx", "utf8");

function checked(told: Readonly<Record<string, string>>) {
  if (!vocabulary) throw new Error("no vocabulary");
  const read = readAnswers({ id: "acme-web-went-away", published: "2026-11-27", ...told });
  if (!read.answers) throw new Error(JSON.stringify(read.problems));
  return checkDraft("acme-web-went-away", writeDraft(read.answers, template), {
    vocabulary,
    schemas: loadSchemas(),
  }).findings.filter(({ code }) => code !== "still-to-write");
}

test("a draft finds its own evidence, and holds signatures against it", () => {
  expect(
    checked({ messages: "Back-off restarting failed container web\nno more than 3 of these\n" }),
  ).toEqual([]);
});

test("findings name the files as they stand in the folder, and the answer they are about", () => {
  const findings = checked({ provider: "AWS", broken: "a: 1\n", fixed: "a: 1\n" });
  expect(findings.map(({ file, code, answer }) => `${file} ${code} ${answer}`)).toMatchInlineSnapshot(`
    [
      "broken.yaml manifest-missing-field broken",
      "fixed.yaml manifest-missing-field fixed",
      "story.mdx vocabulary-unknown-term provider",
    ]
  `);
});
