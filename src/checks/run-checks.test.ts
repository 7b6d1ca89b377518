import { mdxToJs } from "satteri";
import { describe, expect, test } from "vitest";
import { loadSchemas } from "../kube/schemas/load-schemas.ts";
import type { Library, StoryFolder } from "../story/library.ts";
import { loadLibrary } from "../story/load-library.ts";
import { parseStory } from "../story/parse-story.ts";
import { runChecks } from "./run-checks.ts";

const schemas = loadSchemas();
const base = loadLibrary("src/checks/examples/library/content");

/** Numbers that are the same in every run: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

const pieces = [
  "{",
  "}",
  "<",
  ">",
  "```",
  "---\n",
  "\t",
  "<!--",
  "&",
  "*a",
  "\n## Why\n",
  "[x](",
  "\u0000",
  "🚀",
  "|",
  "- ",
  ": ",
];

function mutate(text: string, seed: number): string {
  const next = numbers(seed);
  let result = text;
  for (let count = next(4) + 1; count > 0; count--) {
    const at = next(result.length + 1);
    const cut = next(3) === 0 ? next(200) : 0;
    result = result.slice(0, at) + (pieces[next(pieces.length)] ?? "") + result.slice(at + cut);
  }
  return result;
}

/** The base library with the first story's files replaced by spoilt ones. */
function spoilt(seed: number): Library {
  const stories = base.stories.map((folder, index): StoryFolder => {
    if (index > 0 || !folder.story) return folder;
    const spoil = (file: StoryFolder["broken"]) =>
      file && { ...file, text: mutate(file.text, seed * 7 + file.file.length) };
    const broken = spoil(folder.broken);
    const fixed = spoil(folder.fixed);
    return {
      ...folder,
      story: parseStory(mutate(folder.story.text, seed), folder.story.file),
      ...(broken ? { broken } : {}),
      ...(fixed ? { fixed } : {}),
    };
  });
  return { ...base, stories };
}

describe("running the checks", () => {
  test("finds nothing in the base library", () => {
    expect(runChecks(base, { schemas }).findings).toEqual([]);
  });

  test("never breaks on spoilt stories, and places every finding in their files", { timeout: 60_000 }, () => {
    const lines = (text: string) => text.split(/\r\n|\n|\r/).length;
    let found = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const library = spoilt(seed);
      const { findings } = runChecks(library, { schemas });
      const [first] = library.stories;
      const lengths = new Map(
        [first?.story, first?.broken, first?.fixed].flatMap((file) =>
          file ? [[file.file, lines(file.text)]] : [],
        ),
      );
      for (const { file, line, column, message, fix } of findings) {
        found++;
        expect(line, `seed ${seed}: ${message}`).toBeGreaterThan(0);
        expect(column, `seed ${seed}: ${message}`).toBeGreaterThan(0);
        expect(fix, `seed ${seed}: ${message}`).not.toBe("");
        expect(line, `seed ${seed}: ${file}: ${message}`).toBeLessThanOrEqual(lengths.get(file) ?? 1000);
      }
    }
    expect(found).toBeGreaterThan(200);
  });

  test("refuses whatever the compiler refuses, and lets no code through to it", { timeout: 60_000 }, () => {
    let refused = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const text = mutate(base.stories[0]?.story?.text ?? "", seed);
      const story = parseStory(text, "story.mdx");
      const folder: StoryFolder = { id: "example-story", folder: "x", template: false, story, evidence: [] };
      const { findings } = runChecks({ ...base, stories: [folder] }, { schemas });
      const own = [...findings, ...story.findings].filter(({ severity }) => severity === "error");
      let compiled: string | undefined;
      try {
        compiled = mdxToJs(" ".repeat(text.length - story.body.length) + story.body).code;
      } catch {
        refused++;
        expect(own, `seed ${seed}`).not.toEqual([]);
      }
      if (own.length === 0) expect(compiled, `seed ${seed}`).not.toMatch(/^(?:import|export) (?!default)/m);
    }
    expect(refused).toBeGreaterThan(10);
  });

  test("says of a field that is spoilt nothing but that", { timeout: 60_000 }, () => {
    const [first] = base.stories;
    if (!first?.story?.facts) throw new Error("the base library has no story");
    const { text, file, document } = first.story;
    const spoil = (name: string, by: string) => {
      const field = new RegExp(`^${name}:.*\\n(?:(?: |- ).*\\n)*`, "m");
      expect(text).toMatch(field);
      return parseStory(text.replace(field, by), file);
    };
    const fields = Object.keys(first.story.facts);
    expect(fields.length).toBeGreaterThan(20);
    for (const name of fields)
      for (const by of [`${name}: { wrong: [1] }\n`, `${name}: "open\n`, ""]) {
        const story = spoil(name, by);
        const stories = base.stories.map((folder) => (folder === first ? { ...folder, story } : folder));
        const own = new Set(runChecks({ ...base, stories }, { schemas }).findings);
        const about = [...story.findings, ...own].filter(
          ({ line, message }) => line === document?.keyAt([name]).line || message.includes(`"${name}"`),
        );
        const rest = [...own, ...story.findings].filter((finding) => !about.includes(finding));
        expect(rest, `${name} replaced by ${JSON.stringify(by)}`).toEqual([]);
        if (by !== "") expect(about, name).not.toEqual([]);
      }
  });

  test("gives only the codes asked for", () => {
    const library = spoilt(3);
    const all = runChecks(library, { schemas }).findings;
    const [code] = all.map((finding) => finding.code);
    expect(code).toBeDefined();
    if (code)
      expect(runChecks(library, { schemas, only: [code] }).findings).toEqual(
        all.filter((f) => f.code === code),
      );
  });

  test("names the check that breaks", () => {
    const broken = { ...base, vocabulary: { ...base.vocabulary, value: {} } } as unknown as Library;
    expect(() => runChecks(broken, { schemas })).toThrow(
      "The check vocabulary-unknown-term broke; this is a defect of horror itself.",
    );
  });
});
