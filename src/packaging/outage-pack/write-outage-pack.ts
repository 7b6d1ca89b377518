import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join, resolve, sep } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { type Plugin, rolldown } from "rolldown";
import { attributeOf, htmlTokens } from "../html-tokens.ts";
import { offlineScript, packPage } from "./pack-page.ts";

/** What a pack is made of. */
export interface PackedLibrary {
  /** Folder of the finished site. */
  folder: string;
  /** The path the site was built for. */
  base: string;
  /** Whole address of the library, with a slash at its end. */
  home: string;
}

/** File of the site that is the pack, and the folder it unpacks to. */
export const outagePack = "outage-pack.zip";
const top = "horror-stories";

/** Pages whose scripts need more than a disk: a worker, or schemas of every kind. */
const notFromDisk = /^(?:scan|contribute)\//;
/** What no page of the pack shows or links to. */
const leftOut =
  /^(?:_headers|_astro\/|kube-schemas\/|robots\.txt|sitemap)|(?:^|\/)(?:card\.png|kit\.json)$|\.zip$/;
/** What scripts fetch. */
const fetched = /^search-index\/|^diagnosis\.json$|^stories\/[^/]+\/fixed\.yaml$|^guardrails\/[^/]+\.yaml$/;

/**
 * Writes the whole library as one zip that opens from a disk, with search and diagnosis, without a server and a network. Gives its
 * size in bytes. Two packs of one site are the same, byte for byte. Throws where a script cannot be put together.
 */
export async function writeOutagePack({ folder, base, home }: PackedLibrary): Promise<number> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
  const read = (name: string): Buffer => readFileSync(join(folder, name));
  const kept = new Set(names.filter((name) => !leftOut.test(name)));
  const pages = [...kept].filter((name) => name.endsWith(".html"));
  const scripts = await packScripts(
    folder,
    base,
    pages.filter((page) => !notFromDisk.test(page)),
  );
  const files: Zippable = {};
  const add = (name: string, content: Uint8Array | string): void => {
    files[`${top}/${name}`] = typeof content === "string" ? Buffer.from(content) : content;
  };
  for (const name of kept) {
    if (!name.endsWith(".html")) add(name, read(name));
    else
      add(
        name,
        packPage(read(name).toString("utf8"), name, {
          base,
          home,
          has: (file) => kept.has(file),
          script: (file) => scripts.get(file)?.file,
        }),
      );
  }
  for (const { file, text } of scripts.values()) add(file, text);
  add(offlineScript, await bundle(resolve("src/packaging/outage-pack/offline.ts")));
  for (const name of [...kept].filter((each) => fetched.test(each)))
    add(`_pack/files/${name}.js`, handOver(name, read(name)));
  for (const name of names.filter((each) => each.endsWith(".woff2"))) {
    const font = basename(name).replace(/\..*$/, "");
    add(`_pack/files/${font}.js`, handOver(font, read(name)));
  }
  const zip = zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
  writeFileSync(join(folder, outagePack), zip);
  return zip.length;
}

interface PackedScript {
  file: string;
  text: string;
}

/** The scripts of pages, each as one plain script, by their files in the site. */
async function packScripts(
  folder: string,
  base: string,
  pages: readonly string[],
): Promise<Map<string, PackedScript>> {
  const sources = new Set(
    pages.flatMap((page) =>
      htmlTokens(readFileSync(join(folder, page), "utf8")).flatMap(({ kind, name, text }) => {
        const source = kind === "open" && name === "script" ? attributeOf(text, "src") : undefined;
        return source?.startsWith(base) ? [source.slice(base.length)] : [];
      }),
    ),
  );
  const packed = new Map<string, PackedScript>();
  for (const [index, source] of [...sources].sort().entries())
    packed.set(source, { file: `_pack/script-${index}.js`, text: await bundle(join(folder, source)) });
  return packed;
}

/** Vite asks for what a script imports later ahead of time; in the pack there is nothing to ask for. */
const withoutAskingAhead: Plugin = {
  name: "without-asking-ahead",
  transform(code, id) {
    if (!/\/preload-helper\.[^/]*$/.test(id)) return undefined;
    const name = /export\s*\{\s*\w+ as (\w+)\s*\}/.exec(code)?.[1];
    if (name === undefined) throw new Error(`${id} does not say what it exports.`);
    return `const load = (now) => now();\nexport { load as ${name} };`;
  },
};

/** A script with all that it imports, as one that needs no module. */
async function bundle(file: string): Promise<string> {
  const build = await rolldown({
    input: file,
    logLevel: "silent",
    platform: "browser",
    plugins: [withoutAskingAhead],
  });
  const { output } = await build.generate({ format: "iife", minify: true, codeSplitting: false });
  await build.close();
  return output[0].code;
}

/** A script that hands a file over to the one that runs first. */
function handOver(name: string, content: Uint8Array): string {
  return `horrorFile(${JSON.stringify(name)},"${Buffer.from(content).toString("base64")}")`;
}
