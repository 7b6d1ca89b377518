import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { ListedRow } from "./example-listings.ts";
import { type ExampleFile, explainCheck } from "./explain-check.ts";

const explain = (code: string) => explainCheck(code, readFileSync(`src/checks/${code}/page.md`, "utf8"));

/** A listing as text: the sign of a fault, the number, the sign of a change, the line without its colours. */
function drawn({ hunks }: ExampleFile): string[] {
  return hunks.flatMap((hunk) => ("skipped" in hunk ? ["..."] : hunk.rows.map(drawnRow)));
}

function drawnRow({ kind, html, line, fault }: ListedRow): string {
  const text = html.replace(/<(?!\/?mark>)[^>]*>/g, "");
  return `${fault ? ">" : " "}${line ?? ""}${{ same: " ", added: "+", removed: "-" }[kind]}${text}`;
}

test("a whole file is shown with the place of the finding, and the other as a change of it", async () => {
  const { kind, fails, passes } = await explain("manifest-bad-port");
  expect(kind).toBe("manifests");
  expect(fails.files.map(({ file }) => file)).toEqual(["example.yaml"]);
  const [failing] = fails.files;
  const [passing] = passes.files;
  if (!failing || !passing) throw new Error("There is no example.");
  expect(drawn(failing).filter((line) => line.startsWith(">"))).toEqual([
    ">9     - port: <mark>80800</mark>",
  ]);
  expect(failing.findings).toEqual([
    {
      code: "manifest-bad-port",
      severity: "error",
      place: "example.yaml:9:13",
      message: "spec.ports[0].port is 80800; a port is between 1 and 65535.",
      fix: "Write the port the process listens on.",
    },
  ]);
  expect(passing.compared).toBe(true);
  expect(drawn(passing).filter((line) => /^ \d*[-+]/.test(line))).toEqual([
    " -    - port: 80800",
    " 9+    - port: 8080",
  ]);
});

test("a change of the library is shown with the lines around it, and where a finding stands elsewhere, that file too", async () => {
  const { kind, fails } = await explain("guardrail-misses-broken");
  expect(kind).toBe("library");
  expect(fails.files.map(({ file, remark }) => [file.split("/").at(-1), remark])).toEqual([
    ["policy.yaml", undefined],
    ["story.mdx", "is left as it was"],
    ["fail.yaml", "is left as it was"],
  ]);
  const [policy, story] = fails.files;
  if (!policy || !story) throw new Error("There is no example.");
  expect(drawn(policy).some((line) => /^ \d+\+/.test(line))).toBe(true);
  expect(drawn(story).filter((line) => line.startsWith(">"))).toHaveLength(1);
  expect(drawn(story).length).toBeLessThan(10);
});

test("what a page cannot hold is shown as it is written, with what it stands for", async () => {
  const [failing] = (await explain("yaml-too-deep")).fails.files;
  if (!failing) throw new Error("There is no example.");
  expect(drawn(failing).at(-1)).toBe(">5 spec: <mark>\\repeat{[}{500}\\repeat{]}{500}</mark>");
  expect(failing.escapes.map(({ meaning }) => meaning)).toEqual(["`[`, 500 times", "`]`, 500 times"]);
});

test.each([
  ["a file that is gone", "file-missing", "is taken away"],
  ["a link", "file-link", "is a symbolic link to /etc/hostname"],
])("%s has a remark and no lines", async (_name, code, remark) => {
  const [failing] = (await explain(code)).fails.files;
  expect(failing).toMatchObject({ remark, hunks: [] });
});

test("a file that is the same in both is not shown twice, and one with little in common is no change", async () => {
  expect((await explain("guardrail-violation")).passes.files[0]).toMatchObject({
    file: "policy.yaml",
    remark: "is the same as above",
    hunks: [],
  });
  expect((await explain("yaml-too-deep")).passes.files[0]?.compared).toBe(false);
});

test("a check without an example has its prose", async () => {
  const { kind, fails } = await explain("yaml-too-slow");
  expect(kind).toBeUndefined();
  expect(fails.files).toEqual([]);
  expect(fails.prose).toHaveLength(1);
});
