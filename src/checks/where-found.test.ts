import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type FindingCode, findingCodes } from "../finding/codes.ts";
import { scanManifests } from "../guardrail/scan-manifests.ts";
import { loadManifestFiles } from "../kube/load-manifest-files.ts";
import { suppressionPrefix } from "../kube/suppressions.ts";
import { loadBaseFile } from "./examples/load-overlay.ts";
import { type ExamplePart, parseCheckPage } from "./examples/parse-check-page.ts";
import { kindOfExample, runExample } from "./examples/run-example.ts";
import { canBeExpected, commandsFor, silencingOf } from "./where-found.ts";

const codes = Object.keys(findingCodes) as FindingCode[];
const failing = codes.map((code) => ({
  code,
  parts: parseCheckPage(readFileSync(`src/checks/${code}/page.md`, "utf8"), code).fails.parts,
}));
/** Codes whose example is manifests, each with the file and what the library makes of it. */
const alone = failing.flatMap(({ code, parts }) => {
  const [part] = parts;
  return part && kindOfExample(parts) === "manifests" ? [{ code, part }] : [];
});
const has = (code: FindingCode, findings: readonly { code: string }[]) =>
  findings.some((finding) => finding.code === code);
const story = "content/stories/example-story";

test("there are examples of every sort", () => {
  expect(alone.length).toBeGreaterThan(40);
  expect(failing.length).toBeGreaterThan(110);
});

describe.each(alone)("$code", ({ code, part }) => {
  test("is found by validate, by scan and in the library as is said", () => {
    const file = { text: part.text, origin: { file: part.file } };
    expect(runExample([part]).some((finding) => finding.code === code)).toBe(
      commandsFor(code).includes("validate"),
    );
    expect(has(code, scanManifests([file], []).findings)).toBe(commandsFor(code).includes("scan"));
    const inLibrary = runExample([{ ...part, file: `${story}/broken.yaml` }]);
    expect(has(code, inLibrary)).toBe(commandsFor(code).includes("check"));
    expect(has(code, runExample([inProse(part)]))).toBe(commandsFor(code).includes("check"));
  });

  test("is silenced by an annotation, or not, as is said", () => {
    const [finding] = runExample([part]).filter((one) => one.code === code);
    const silenced = runExample([{ ...part, text: annotate(part.text, code, finding?.line ?? 1) }]);
    expect(has(code, silenced)).toBe(silencingOf(code) === undefined);
    if (silencingOf(code)) expect(has("manifest-bad-suppression", silenced)).toBe(false);
  });

  test("can be expected by a story, or not, as is said", () => {
    const expected = runExample([
      { ...part, file: `${story}/broken.yaml` },
      {
        action: "change",
        file: `${story}/story.mdx`,
        text: `   essential: ["replicas: 2"]\n+  expectFindings: [${code}]\n`,
        encoding: "utf8",
        line: 1,
      },
    ]);
    const left = [code, "expected-finding-missing", "file-too-large"];
    expect(expected.every((finding) => !left.includes(finding.code))).toBe(canBeExpected(code));
  });
});

test.each([
  ["file-binary", Buffer.from("a: 1\0\n")],
  ["file-empty", Buffer.from("")],
  ["file-not-utf8", Buffer.from("a: caf\xe9\n", "latin1")],
] as const)("%s is found in any manifests, too", (code, bytes) => {
  const folder = mkdtempSync(join(tmpdir(), "where-found-"));
  try {
    writeFileSync(join(folder, "example.yaml"), bytes);
    expect(has(code, loadManifestFiles([folder]).findings)).toBe(true);
    expect(commandsFor(code)).toEqual(["validate", "scan", "check"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("what the library's check alone finds is in an example that changes the library", () => {
  const elsewhere = failing.filter(({ parts }) => parts.length > 0 && kindOfExample(parts) === "library");
  expect(elsewhere.filter(({ code }) => !commandsFor(code).includes("check"))).toEqual([]);
  const others = failing.filter(({ parts }) => parts.length > 0 && kindOfExample(parts) === "policy");
  expect(others.map(({ code }) => code).sort()).toEqual([
    "guardrail-broken-expression",
    "guardrail-undecided",
    "guardrail-violation",
  ]);
});

test("a broken expression is found in the library, too", () => {
  const change =
    "-    - expression: object.spec.?replicas.orValue(1) >= 2\n+    - expression: obiect.spec.replicas >= 2\n";
  const findings = runExample([
    {
      action: "change",
      file: "content/guardrails/two-replicas/policy.yaml",
      text: change,
      encoding: "utf8",
      line: 1,
    },
  ]);
  expect(has("guardrail-broken-expression", findings)).toBe(true);
});

/** The example as a block of YAML in the prose of a story. */
function inProse({ text }: ExamplePart): ExamplePart {
  const file = `${story}/story.mdx`;
  const base = loadBaseFile(file) ?? "";
  const block = `One line changes.\n\n\`\`\`yaml\n${text}\`\`\`\n`;
  expect(base).toContain("One line changes.\n");
  return {
    action: "write",
    file,
    text: base.replace("One line changes.\n", block),
    encoding: "utf8",
    line: 1,
  };
}

/** Silences a code for the object in which a line stands. */
function annotate(text: string, code: FindingCode, line: number): string {
  const annotation = `    ${suppressionPrefix}${code}: "for a test"\n`;
  let first = 1;
  return text
    .split(/^---\n/m)
    .map((document) => {
      const last = first + document.split("\n").length - 1;
      const concerned = line >= first && line < last + 1;
      first = last + 1;
      if (!concerned) return document;
      return /^ {2}annotations:\n/m.test(document)
        ? document.replace(/^ {2}annotations:\n/m, (found) => found + annotation)
        : document.replace(/^metadata:\n/m, (found) => `${found}  annotations:\n${annotation}`);
    })
    .join("---\n");
}
