import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { importsOf } from "./helpers/imports-of.ts";

/** Who may import whom from src/: docs/architecture.md says why. A path allows that one file only. */
const mayImport: Record<string, readonly string[]> = {
  finding: [],
  yaml: ["finding"],
  story: ["finding", "yaml", "src/poll/schema.ts", "src/diagnosis/schema.ts"],
  kube: ["finding", "yaml"],
  guardrail: ["finding", "yaml", "kube"],
  diagnosis: ["finding"],
  poll: ["finding", "yaml"],
  checks: ["finding", "yaml", "story", "kube", "guardrail", "diagnosis", "poll"],
  report: ["finding"],
  search: ["finding", "diagnosis"],
  packaging: ["search"],
  catalog: ["finding", "story", "poll", "checks", "diagnosis", "guardrail", "kube"],
  components: [
    "finding",
    "src/checks/check-draft.ts",
    "story",
    "catalog",
    "diagnosis",
    "guardrail",
    "kube",
    "poll",
    "search",
    "styles",
    "yaml",
  ],
  layouts: ["catalog", "components", "search", "styles"],
  pages: [
    "finding",
    "story",
    "catalog",
    "components",
    "layouts",
    "search",
    "styles",
    "poll",
    "diagnosis",
    "guardrail",
    "kube",
    "yaml",
  ],
  styles: [],
  "content.config.ts": ["story", "finding"],
};
/** Folders scripts may use: the engines, never the pages. */
const scriptsMayImport = [
  "finding",
  "yaml",
  "story",
  "kube",
  "guardrail",
  "diagnosis",
  "poll",
  "checks",
  "report",
  "search",
  "packaging",
];

/** Rooms whose code also runs in a reader's browser, apart from what reads the disk. */
const browserRooms = ["finding", "yaml", "kube", "guardrail", "diagnosis", "report"];

const files = ["src", "scripts"]
  .flatMap((root) => walk(root))
  .filter((file) => !/\.test\.ts$|\.d\.ts$/.test(file))
  // A site of its own, built by Starlight to be weighed beside ours.
  .filter((file) => !file.startsWith("scripts/bench/starlight/"));
const edges = files.flatMap((file) =>
  importsOf(readFileSync(file, "utf8"), file).map((specifier) => ({
    file,
    specifier,
    target: targetOf(file, specifier),
  })),
);

test("there are files and imports to look at", () => {
  expect(files.length).toBeGreaterThan(80);
  expect(edges.length).toBeGreaterThan(200);
  for (const known of ["src/checks/index.ts -> src/checks/check.ts", "src/story/load-library.ts -> node:fs"])
    expect(edges.map(({ file, target }) => `${file} -> ${target}`)).toContain(known);
});

test("every folder of src has its row in the table", () => {
  const rooms = [...new Set(files.filter((file) => file.startsWith("src/")).map(roomOf))];
  expect(rooms.filter((room) => !(room in mayImport))).toEqual([]);
});

test("imports go left only", () => expect(forbiddenEdges(edges)).toEqual([]));

test.each([
  ["src/kube/a.ts", "src/story/b.ts"],
  ["src/report/a.ts", "src/checks/run-checks.ts"],
  ["src/story/a.ts", "src/poll/store.ts"],
  ["src/components/A.astro", "src/layouts/Page.astro"],
  ["scripts/a.ts", "src/pages/index.astro"],
])("an import from %s to %s would be named", (file, target) => {
  expect(forbiddenEdges([{ file, target }])).toEqual([`${file} may not import ${target}`]);
});

test("astro's own modules are for the pages, the catalog and the seam", () => {
  const rooms = ["catalog", "components", "layouts", "pages", "content.config.ts"];
  expect(
    edges
      .filter(
        ({ file, target }) =>
          (file.startsWith("scripts/") ? /^astro:/ : /^astro(?::|$|\/)/).test(target) &&
          !rooms.includes(roomOf(file)),
      )
      .map(edgeText),
  ).toEqual([]);
});

test("only src/yaml reads with the yaml package", () => {
  expect(
    edges
      .filter(
        ({ file, target }) =>
          packageOf(target) === "yaml" && file.startsWith("src/") && roomOf(file) !== "yaml",
      )
      .map(edgeText),
  ).toEqual([]);
});

test("nothing reads the disk but those whose name says so", () => {
  const mayRead =
    /^scripts\/|\/load-[\w-]+\.ts$|^src\/search\/build-index\.ts$|^src\/packaging\/finish-site\.ts$|^src\/packaging\/outage-pack\/write-outage-pack\.ts$|^src\/poll\/store\.ts$|^src\/content\.config\.ts$/;
  expect(
    edges
      .filter(({ file, target }) => /^node:(?:fs|child_process)/.test(target) && !mayRead.test(file))
      .map(edgeText),
  ).toEqual([]);
});

describe("code that also runs in a browser", () => {
  const starts = files.filter(
    (file) =>
      (browserRooms.includes(roomOf(file)) ||
        /^src\/story\/parse-|^src\/poll\/(?:client|schema|tally)\.ts|^src\/search\/(?!build-index)/.test(
          file,
        )) &&
      file.startsWith("src/") &&
      !/\/load-[\w-]+\.ts$/.test(file),
  );

  test("is found", () => expect(starts.length).toBeGreaterThan(30));

  test("never reaches node:", () => {
    const reached = starts.flatMap((start) => pathToNode(start)).sort();
    expect([...new Set(reached)]).toEqual([]);
  });
});

test("nothing prints but scripts", () => {
  const printing = files
    .filter((file) => !file.startsWith("scripts/"))
    .filter((file) =>
      /\bconsole\.\w+\(|\bprocess\.std(?:out|err)\b/.test(withoutComments(readFileSync(file, "utf8"))),
    );
  expect(printing).toEqual([]);
});

test("no drawer where everything ends", () => {
  expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|misc|common)\.\w+$/.test(file))).toEqual([]);
});

test("no file of code is longer than 400 lines", () => {
  const long = files
    .filter((file) => /\.(?:ts|astro)$/.test(file))
    .map((file) => ({ file, lines: readFileSync(file, "utf8").split("\n").length }))
    .filter(({ lines }) => lines > 400);
  expect(long).toEqual([]);
});

/** The edges the table forbids, in words. */
function forbiddenEdges(list: readonly { file: string; target: string }[]): string[] {
  return list
    .filter(({ target }) => target.startsWith("src/"))
    .filter(({ file, target }) => {
      const from = roomOf(file);
      const to = roomOf(target);
      if (from === to && file.startsWith("src/")) return false;
      const allowed = file.startsWith("scripts/") ? scriptsMayImport : (mayImport[from] ?? []);
      return !allowed.includes(to) && !allowed.includes(target);
    })
    .map(edgeText);
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return walk(path);
    return /\.(?:ts|mjs|astro)$/.test(entry.name) ? [path] : [];
  });
}

/** The folder directly under src, or the file where it lies there itself. */
function roomOf(file: string): string {
  return file.split("/")[1] ?? file;
}

/** What a specifier leads to: a path of this repository, or the specifier itself. */
function targetOf(file: string, specifier: string): string {
  return specifier.startsWith(".")
    ? posix.normalize(join(dirname(file), specifier.replace(/\?.*$/, "")))
    : specifier;
}

function packageOf(target: string): string {
  const [scope = "", name = ""] = target.split("/");
  return scope.startsWith("@") ? `${scope}/${name}` : scope;
}

function edgeText({ file, target }: { file: string; target: string }): string {
  return `${file} may not import ${target}`;
}

/** The ways by which a file reaches a module of Node, each as the chain of imports. */
function pathToNode(start: string): string[] {
  const seen = new Set([start]);
  const queue: string[][] = [[start]];
  const found: string[] = [];
  for (let chain = queue.shift(); chain; chain = queue.shift()) {
    const file = chain.at(-1);
    for (const { target } of edges.filter((edge) => edge.file === file)) {
      if (target.startsWith("node:")) found.push([...chain, target].join(" -> "));
      else if (target.startsWith("src/") && !seen.has(target)) {
        seen.add(target);
        queue.push([...chain, target]);
      }
    }
  }
  return found;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:])\/\/.*$/gm, "$1");
}
