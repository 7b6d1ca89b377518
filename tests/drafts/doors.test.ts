import { readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runChecks } from "../../src/checks/run-checks.ts";
import { loadSchemas } from "../../src/kube/schemas/load-schemas.ts";
import { type AnswerName, answersSchema } from "../../src/story/draft/answers.ts";
import { readAnswers } from "../../src/story/draft/read-answers.ts";
import { writeDraft } from "../../src/story/draft/write-draft.ts";
import { writeIssue } from "../../src/story/draft/write-issue.ts";
import { loadLibrary } from "../../src/story/load-library.ts";
import { parseYaml } from "../../src/yaml/parse-yaml.ts";
import { copyOfContent, filesIn, horrorIn } from "./horror-in.ts";

const answersFile = "tests/drafts/answers.yaml";
const told = parseYaml(readFileSync(answersFile, "utf8"), { file: answersFile }).documents[0]
  ?.value as Readonly<Record<string, string | string[]>>;
const template = readFileSync("content/stories/_template/story.mdx", "utf8");
const id = "acme-probe-asked-the-old-port";

let content = "";
beforeAll(() => {
  content = copyOfContent();
});
afterAll(() => rmSync(content, { recursive: true }));

async function started(name: string, args: string[], input?: string) {
  const made = await horrorIn(content, ["new", name, ...args], input === undefined ? {} : { input });
  expect(made).toMatchObject({ code: 0 });
  const files = filesIn(join(content, "stories", name));
  rmSync(join(content, "stories", name), { recursive: true });
  return files;
}

describe("the doors to a story", () => {
  test("the answers of this test are all there are", () => {
    const names = (Object.keys(answersSchema.shape) as AnswerName[]).filter(
      (name) => !["id", "guardrail", "noReport"].includes(name),
    );
    expect(Object.keys(told).sort()).toEqual([...names].sort());
  });

  test("give the same bytes for the same answers", async () => {
    const read = readAnswers({ ...told, id });
    if (!read.answers || read.problems.length > 0) throw new Error(JSON.stringify(read.problems));
    const { answers } = read;
    const inTheBrowser = Object.fromEntries(
      writeDraft(answers, template).map(({ path, text }) => [path, text]),
    );
    const flags = Object.entries(told).flatMap(([name, value]) => [
      `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      Array.isArray(value) ? value.join(",") : value,
    ]);
    const byFlags = await started(id, flags);
    expect(await started(id, ["--answers", answersFile])).toEqual(byFlags);
    expect(await started(id, ["--from-issue", "-"], writeIssue(answers))).toEqual(byFlags);
    expect(await started(id, ["--from-issue", "-"], writeIssue(answers).replaceAll("\n", "\r\n"))).toEqual(
      byFlags,
    );
    expect(inTheBrowser).toEqual(byFlags);
    expect(Object.keys(byFlags).sort()).toEqual([
      "broken.yaml",
      "evidence/messages.txt",
      "fixed.yaml",
      "story.mdx",
    ]);
  });

  test.each([
    ["nothing but an id", []],
    [
      "somebody's own account, with documentation",
      [
        ...["--no-report", "Told here first.", "--other-sources"],
        "reference: Probes https://kubernetes.io/docs/concepts/workloads/pods/probes/",
      ],
    ],
    ["messages that share their form", ["--messages", "one thing failed 3 times\none thing failed 4 times"]],
  ])("a story made from %s lacks only what is marked", async (_, args) => {
    await horrorIn(content, ["new", id, ...args]);
    const library = loadLibrary(content);
    const findings = runChecks(library, { schemas: loadSchemas() }).findings.filter(({ file }) =>
      file.includes(id),
    );
    rmSync(join(content, "stories", id), { recursive: true });
    expect(findings.filter(({ code }) => code !== "still-to-write")).toEqual([]);
    expect(findings.length).toBeGreaterThan(3);
  });

  test("a story told whole lacks nothing but what other stories have to say", async () => {
    await horrorIn(content, ["new", id, "--answers", answersFile]);
    const findings = runChecks(loadLibrary(content), { schemas: loadSchemas() }).findings.filter(({ file }) =>
      file.includes(id),
    );
    const made = filesIn(join(content, "stories", id));
    rmSync(join(content, "stories", id), { recursive: true });
    expect(findings.map(({ code }) => code)).toEqual(["related-one-sided"]);
    expect(made).toMatchSnapshot();
  });

  test("two stories can be started side by side", async () => {
    const names = ["first-of-two-stories", "second-of-two-stories"];
    for (const name of names) await horrorIn(content, ["new", name]);
    const { findings } = runChecks(loadLibrary(content), { schemas: loadSchemas() });
    for (const name of names) rmSync(join(content, "stories", name), { recursive: true });
    const theirs = findings.filter(({ file }) => names.some((name) => file.includes(name)));
    expect(theirs.filter(({ code }) => code !== "still-to-write")).toEqual([]);
  });
});

describe("horror new", () => {
  test("asks in a terminal, and asks again where an answer cannot be taken", async () => {
    const answers = [
      ...["Short", "Every pod went down at once", "", "Acme", "last week", "2026-02"],
      ...["AWS", "aws-self-managed", "?", "rollout", "probe, proob", ""],
      ...["major", "", "", "", "", "", "", "", ""],
      ...["one thing failed 3 times\nanother was refused", "a third went away", "", "The pods went\nfirst."],
    ];
    const { code, err } = await horrorIn(content, ["new", id], { answers });
    const files = filesIn(join(content, "stories", id));
    const story = files["story.mdx"] ?? "";
    rmSync(join(content, "stories", id), { recursive: true });
    expect(code).toBe(0);
    expect(
      err.replaceAll(relative(".", content), "CONTENT").replaceAll(content, "CONTENT"),
    ).toMatchSnapshot();
    expect(story).toContain("\ntitle: Every pod went down at once\n");
    expect(story).toContain("\norganization: Acme\n");
    expect(story).toContain("\nincidentDate: 2026-02\n");
    expect(story).toContain("\nprovider: aws-self-managed\n");
    expect(story).toContain("\ncomponents: [probe, proob]\n");
    expect(story).toContain("TODO: What broke and why");
    expect(files["evidence/messages.txt"]).toBe(
      "one thing failed 3 times\nanother was refused\na third went away\n",
    );
  });

  test("asks for an id where none is given, until there is one that is free", async () => {
    const answers = ["Not an id", "moonlight-pods-on-one-node", id];
    const { code, err } = await horrorIn(content, ["new"], { answers });
    rmSync(join(content, "stories", id), { recursive: true });
    expect(code).toBe(0);
    expect(err).toContain("An id is lower case letters");
    expect(err).toContain("There is a story moonlight-pods-on-one-node already.");
  });

  test("says what is wrong with a story made from options, and makes it all the same", async () => {
    const { code, err } = await horrorIn(content, ["new", id, "--provider", "AWS", "--title", "Short"]);
    rmSync(join(content, "stories", id), { recursive: true });
    expect({
      code,
      err: err.replaceAll(relative(".", content), "CONTENT").replaceAll(content, "CONTENT"),
    }).toMatchSnapshot();
  });

  test("leaves out what cannot be taken of an issue, and says so", async () => {
    const { code, err } = await horrorIn(content, ["new", id, "--from-issue", "-"], {
      input: "### Title\n\nEvery pod went down at once\n\n### Date of the incident\n\nlast week\n",
    });
    const story = filesIn(join(content, "stories", id))["story.mdx"] ?? "";
    rmSync(join(content, "stories", id), { recursive: true });
    expect(code).toBe(0);
    expect(err).toContain('Left out: incidentDate is "last week".');
    expect(story).toContain("\ntitle: Every pod went down at once\n");
    expect(story).toContain('\nincidentDate: "2026" # TODO: When it happened');
  });

  test("reads an answer from a file", async () => {
    await horrorIn(content, ["new", id, "--story", "@tests/drafts/answers.yaml"]);
    const story = filesIn(join(content, "stories", id))["story.mdx"] ?? "";
    rmSync(join(content, "stories", id), { recursive: true });
    expect(story).toContain("# A story told whole");
  });

  test("refuses an id that is taken, and writes nothing", async () => {
    const before = filesIn(content);
    const again = await horrorIn(content, ["new", "moonlight-pods-on-one-node"]);
    expect(again.code).toBe(2);
    expect(again.err).toMatch(/^horror: the story \S+moonlight-pods-on-one-node exists already\.\n$/);
    expect(filesIn(content)).toEqual(before);
  });

  test.each([
    [
      "an address that is none",
      ["--source-url", "example"],
      'sourceUrl is "example". An address starts with https:// or http://.',
    ],
    [
      "a word that is not allowed",
      ["--severity", "huge"],
      'severity is "huge". Use one of: critical, major, minor.',
    ],
    ["a file that is not there", ["--story", "@nowhere.txt"], "nowhere.txt cannot be read."],
    [
      "answers with a name nobody knows",
      ["--answers", "-"],
      'There is no field "titel" here; did you mean "title"? Write title.',
    ],
  ])("refuses %s in one sentence", async (_, args, message) => {
    const { code, err, out } = await horrorIn(content, ["new", id, ...args], {
      input: "titel: A sentence\n",
    });
    expect({ code, out, err }).toEqual({ code: 2, out: "", err: `horror: ${message}\n` });
  });

  test.each(["Pods-Down", "pods_down", "../pods", "-pods", "pods--down", "_template", "", "p".repeat(81)])(
    "refuses %j as an id",
    async (name) => {
      const { code, err } = await horrorIn(content, ["new", "--", name]);
      expect(code).toBe(2);
      expect(err).toMatch(/^horror: /);
      expect(err.trim().split("\n")).toHaveLength(1);
    },
  );
});
