import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { applyDiff } from "./apply-diff.ts";
import type { ExamplePart } from "./parse-check-page.ts";

/** Folder of the library that examples and cases start from: small, complete and without findings. */
export const baseLibrary = join(import.meta.dirname, "library");

/** Text of a file of the base library; undefined where it has none of that name. */
export function loadBaseFile(file: string): string | undefined {
  try {
    return readFileSync(join(baseLibrary, file), "utf8");
  } catch {
    return undefined;
  }
}

/**
 * Makes a copy of the base library with some files written, changed, removed or linked, hands its folder to `use` and takes the
 * copy away again.
 */
export function withOverlay<Result>(parts: readonly ExamplePart[], use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "horror-"));
  try {
    cpSync(baseLibrary, folder, { recursive: true });
    for (const { action, file, text, encoding, line } of parts) {
      const path = join(folder, file);
      if (action === "remove") rmSync(path, { recursive: true });
      else if (action === "change")
        writeFileSync(path, applyDiff(readFileSync(path, "utf8"), text, `line ${line} for ${file}`));
      else if (action === "link") {
        rmSync(path, { recursive: true, force: true });
        mkdirSync(dirname(path), { recursive: true });
        symlinkSync(text, path);
      } else {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text, encoding);
      }
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
