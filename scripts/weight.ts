import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import { type PageWeight, total, type Weight, weigh, weighPage } from "../src/packaging/weigh.ts";
import { basePath } from "./build-site.ts";

// Says what the built library weighs, and what a Starlight site with the same stories does.

const { values } = parseArgs({ options: { out: { type: "string", default: "dist" } } });
const starlight = "scripts/bench/starlight/dist";

const own = weighSite(resolve(values.out), basePath());
const rows = [row("This library", own)];
if (existsSync(join(starlight, "index.html")))
  rows.push(row("Starlight, same stories", weighSite(resolve(starlight), "/")));
console.log("A story page, compressed with Brotli, in bytes: the middle one, and the heaviest.\n");
printTable(rows);
if (rows.length === 1)
  console.log("\nTo see the same of Starlight: cd scripts/bench/starlight && npm install && npm run build");
console.log(`\nThe whole library: ${own.files} files, ${megabytes(own.whole)}. By kind:\n`);
printTable(own.kinds.map(({ kind, files, bytes }) => ({ Kind: kind, Files: files, Size: megabytes(bytes) })));

interface SiteWeight {
  stories: PageWeight[];
  fonts: Weight;
  files: number;
  whole: number;
  kinds: { kind: string; files: number; bytes: number }[];
}

function weighSite(folder: string, base: string): SiteWeight {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => statSync(join(folder, name)).isFile());
  const read = (address: string): string | undefined => {
    const file = join(folder, decodeURIComponent(address.slice(base.length)));
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  };
  const stories = names
    .filter((name) => /^stories\/[^/]+\/index\.html$/.test(name))
    .map((name) => weighPage(readFileSync(join(folder, name), "utf8"), read))
    .sort((a, b) => shown(a) - shown(b));
  const sizes = names.map((name) => ({ kind: kindOf(name), bytes: statSync(join(folder, name)).size }));
  const kinds = Object.entries(Object.groupBy(sizes, ({ kind }) => kind))
    .map(([kind, list = []]) => ({ kind, files: list.length, bytes: sum(list.map(({ bytes }) => bytes)) }))
    .sort((a, b) => b.bytes - a.bytes);
  return {
    stories,
    fonts: total(
      names.filter((name) => name.endsWith(".woff2")).map((name) => weigh(readFileSync(join(folder, name)))),
    ),
    files: names.length,
    whole: sum(sizes.map(({ bytes }) => bytes)),
    kinds,
  };
}

function shown({ html, styles }: PageWeight): number {
  return html.brotli + styles.brotli;
}

function row(name: string, { stories, fonts }: SiteWeight): Record<string, string | number> {
  const middle = stories[Math.floor(stories.length / 2)];
  const heaviest = stories.at(-1);
  if (!middle || !heaviest) throw new Error(`${name} has no story pages.`);
  const both = (of: (page: PageWeight) => number) => `${count(of(middle))} / ${count(of(heaviest))}`;
  return {
    "": name,
    Stories: stories.length,
    HTML: both(({ html }) => html.brotli),
    CSS: both(({ styles }) => styles.brotli),
    "HTML + CSS": both(shown),
    "the same, gzip": both(({ html, styles }) => html.gzip + styles.gzip),
    "Script at the start": both(({ scripts }) => scripts.brotli),
    Blocking: both(({ blocking }) => blocking.length),
    Fonts: count(fonts.plain),
  };
}

/** What a file is for, by its place and its ending. */
function kindOf(name: string): string {
  if (name.startsWith("search-index/")) return "search index";
  if (name.endsWith("card.png")) return "social cards";
  const ending = name.slice(name.lastIndexOf(".") + 1);
  return (
    { html: "pages", js: "scripts", woff2: "fonts", yaml: "manifests", zip: "outage pack" }[ending] ?? ending
  );
}

function printTable(rows: readonly Record<string, string | number>[]): void {
  const heads = Object.keys(rows[0] ?? {});
  const widths = heads.map((head) => Math.max(head.length, ...rows.map((each) => String(each[head]).length)));
  const line = (cells: readonly (string | number)[]) =>
    cells
      .map((cell, index) =>
        index === 0 ? String(cell).padEnd(widths[0] ?? 0) : String(cell).padStart(widths[index] ?? 0),
      )
      .join("  ");
  console.log(line(heads));
  for (const each of rows) console.log(line(heads.map((head) => each[head] ?? "")));
}

function count(bytes: number): string {
  return bytes.toLocaleString("en");
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(2)} MB`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
