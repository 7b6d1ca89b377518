import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "astro";
import { finishSite } from "../src/packaging/finish-site.ts";
import { writeOutagePack } from "../src/packaging/outage-pack/write-outage-pack.ts";
import { buildIndex } from "../src/search/build-index.ts";
import { loadLibrary } from "../src/story/load-library.ts";
import { oneBuildAtATime } from "./one-build-at-a-time.ts";

/** How long one part of a build took, in milliseconds. */
export interface BuildTiming {
  part: string;
  milliseconds: number;
}

/** The names that pages read as `import.meta.env`. Source: Astro, "Using environment variables", default variables. */
const astroNames = ["ASSETS_PREFIX", "BASE_URL", "DEV", "MODE", "PROD", "SITE", "SSR"];

/**
 * Builds pages and search index into a folder beside the target and swaps them at the end, so that a build that fails
 * leaves the last good one as it was. Throws where Astro or the index fails.
 */
export async function buildSite(target = resolve("dist")): Promise<BuildTiming[]> {
  // Astro would report the build to its makers; a build of this library asks nobody for anything.
  process.env["ASTRO_TELEMETRY_DISABLED"] ??= "1";
  // A variable of the shell comes before what Astro knows itself: BASE_URL would move every link, DEV publish the drafts.
  for (const name of astroNames) delete process.env[name];
  process.env["NODE_ENV"] = "production";
  const timings: BuildTiming[] = [];
  const timed = async <Result>(part: string, work: () => Promise<Result>): Promise<Result> => {
    const start = performance.now();
    const result = await work();
    timings.push({ part, milliseconds: Math.round(performance.now() - start) });
    return result;
  };
  const next = `${target}.next`;
  const previous = `${target}.previous`;
  for (const folder of [next, previous]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  try {
    await timed("pages", () =>
      oneBuildAtATime(resolve("."), () => build({ root: resolve("."), outDir: next, logLevel: "warn" })),
    );
    await timed("search index", () => buildIndex(next));
    await timed("finishing", async () => finishSite(next, basePath()));
    await timed("outage pack", () =>
      writeOutagePack({ folder: next, base: basePath(), home: homeAddress() }),
    );
    if (existsSync(target)) renameSync(target, previous);
    renameSync(next, target);
  } finally {
    for (const folder of [next, previous]) rmSync(folder, { recursive: true, force: true });
  }
  return timings;
}

/** The path the site is published under, as astro.config.mjs has it. */
export function basePath(): string {
  return process.env["HORROR_BASE"] ?? loadLibrary().settings.value?.base ?? "/";
}

/** Whole address of the start page, as astro.config.mjs has it. */
function homeAddress(): string {
  const site = process.env["HORROR_SITE"] ?? loadLibrary().settings.value?.site;
  return site === undefined ? basePath() : new URL(basePath(), site).href;
}
