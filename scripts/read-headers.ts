import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Headers that the file `_headers` of a built site asks for on every answer; none where it has no such file. */
export function readHeaders(folder: string): [name: string, value: string][] {
  const file = join(folder, "_headers");
  if (!existsSync(file)) return [];
  const [everywhere = ""] = readFileSync(file, "utf8").split("\n\n");
  return [...everywhere.matchAll(/^ {2}([\w-]+): (.*)$/gm)].map(([, name = "", value = ""]) => [name, value]);
}
