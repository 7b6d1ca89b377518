import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import type { ExamplePart } from "../../src/checks/examples/parse-check-page.ts";
import { readEscapes } from "../../src/checks/examples/read-escapes.ts";

/**
 * Reads the folder of a case as changes to the base library. x.diff changes the file x, x.escapes writes it with \0, \x00
 * and \repeat{text}{times} read, x.diff.escapes does both, x.remove takes it away, x.link makes it a link to its text.
 * expected.txt is the case's own.
 */
export function readOverlay(root: string, inner = ""): ExamplePart[] {
  return readdirSync(join(root, inner), { withFileTypes: true }).flatMap((entry): ExamplePart[] => {
    const path = posix.join(inner, entry.name);
    if (path === "expected.txt") return [];
    if (entry.isDirectory()) return readOverlay(root, path);
    const text = readFileSync(join(root, path), "utf8");
    const file = path.replace(/(?:\.diff)?(?:\.diff|\.escapes|\.remove|\.link)$/, "");
    const part = { file, encoding: "utf8", line: 1 } as const;
    if (path.endsWith(".diff")) return [{ ...part, action: "change", text }];
    if (path.endsWith(".diff.escapes")) return [{ ...part, action: "change", text: readEscapes(text) }];
    if (path.endsWith(".remove")) return [{ ...part, action: "remove", text: "" }];
    if (path.endsWith(".link")) return [{ ...part, action: "link", text: text.trim() }];
    if (path.endsWith(".escapes"))
      return [{ ...part, action: "write", text: readEscapes(text), encoding: "latin1" }];
    return [{ ...part, action: "write", text }];
  });
}
