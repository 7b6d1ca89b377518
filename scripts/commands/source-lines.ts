import { readFileSync } from "node:fs";

/**
 * Gives lines of files for the text report, each file read once. `known` are texts that did not come from a file, such
 * as standard input. A file that cannot be read gives nothing.
 */
export function sourceLines(
  known: ReadonlyMap<string, string> = new Map(),
): (file: string, line: number) => string | undefined {
  const cache = new Map<string, string[]>();
  return (file, line) => {
    let lines = cache.get(file);
    if (!lines) {
      lines = (known.get(file) ?? read(file)).split(/\r\n|\n|\r/);
      cache.set(file, lines);
    }
    return lines[line - 1];
  };
}

function read(file: string): string {
  try {
    const bytes = readFileSync(file);
    return bytes.includes(0) ? "" : bytes.toString("utf8");
  } catch {
    return "";
  }
}
