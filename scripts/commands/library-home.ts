import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { contentFolder } from "../../src/story/load-library.ts";
import type { Streams } from "./streams.ts";
import { UsageError } from "./usage-error.ts";

/** The library a reader's own texts are held against: the one HORROR_CONTENT names, else the one this program came with. */
export function libraryHome({ environment }: Streams): string {
  const home = environment["HORROR_CONTENT"]
    ? contentFolder(environment)
    : fileURLToPath(new URL("../../content", import.meta.url));
  if (!existsSync(home))
    throw new UsageError(`there is no folder ${home}; HORROR_CONTENT names the library.`);
  return home;
}
