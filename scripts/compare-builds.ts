import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

// Builds another revision beside the built site and writes as Markdown what differs: how much the library weighs, by kind
// of file, and how well its stories are found. `npm run build` comes first. Exit code 2 where the other revision cannot
// be built. A workflow calls it; so can anybody: npm run --silent compare -- origin/main

interface Weight {
  files: number;
  bytes: number;
  packed: number;
}
const none: Weight = { files: 0, bytes: 0, packed: 0 };

const revision = process.argv.at(2);
if (revision === undefined || !existsSync("dist/index.html")) {
  console.error("Usage: npm run --silent compare -- REVISION, after npm run build.");
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "horror-compare-"));
const base = join(folder, "base");
try {
  execFileSync("git", ["worktree", "add", "--quiet", "--detach", base, revision], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  symlinkSync(resolve("node_modules"), join(base, "node_modules"));
  const built = spawnSync(process.execPath, ["scripts/build.ts"], {
    cwd: base,
    encoding: "utf8",
    env: forBuilding(process.env),
  });
  if (built.status !== 0) {
    console.error(`${revision} could not be built:\n${built.stdout}${built.stderr}`);
    process.exitCode = 2;
  } else {
    console.log(`## Against ${revision}\n`);
    console.log(sizes(join(base, "dist"), resolve("dist")));
    console.log(quality(base, resolve(".")));
  }
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause);
  console.error(
    `The comparison with ${revision} did not come to an end; if Git does not know it, fetch it first.`,
  );
  process.exitCode = 2;
} finally {
  spawnSync("git", ["worktree", "remove", "--force", base]);
  rmSync(folder, { recursive: true, force: true });
}

/** The environment without what a test runner adds to it: with that, Astro would read the library anew for every page. */
function forBuilding(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { DEV: _dev, PROD: _prod, MODE: _mode, SSR: _ssr, ...rest } = environment;
  return { ...rest, NODE_ENV: "production" };
}

/** A table of files and weight by kind, before and after. */
function sizes(before: string, after: string): string {
  const [old, current] = [weigh(before), weigh(after)];
  const kinds = [...new Set([...old.keys(), ...current.keys()])].sort();
  const rows = kinds.map((kind) => {
    const [from, to] = [old.get(kind) ?? none, current.get(kind) ?? none];
    return `| ${kind} | ${change(from.files, to.files)} | ${change(kilobytes(from.bytes), kilobytes(to.bytes))} | ${change(kilobytes(from.packed), kilobytes(to.packed))} |`;
  });
  return ["| kind | files | KB | KB, gzip |", "|---|---|---|---|", ...rows, ""].join("\n");
}

function weigh(root: string): Map<string, Weight> {
  const weights = new Map<string, Weight>();
  for (const name of readdirSync(root, { recursive: true, encoding: "utf8" })) {
    const path = join(root, name);
    if (!statSync(path).isFile()) continue;
    const bytes = readFileSync(path);
    const kind = name.startsWith("pagefind") ? "search index" : extname(name) || "other";
    const { files, bytes: sum, packed } = weights.get(kind) ?? none;
    weights.set(kind, {
      files: files + 1,
      bytes: sum + bytes.length,
      packed: packed + gzipSync(bytes).length,
    });
  }
  return weights;
}

/** What both revisions measured of search and diagnosis, where both have measured it. */
function quality(before: string, after: string): string {
  const file = "tests/search/baseline.json";
  const [old, current] = [before, after].map((root) =>
    existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8").trim() : undefined,
  );
  if (current === undefined) return "";
  if (old === current) return "How well stories are found: as before.\n";
  return [
    "How well stories are found, before and after:",
    "",
    "```json",
    old ?? "{}",
    current,
    "```",
    "",
  ].join("\n");
}

function change(from: number, to: number): string {
  return from === to ? String(to) : `${from} → ${to}`;
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 1000);
}
