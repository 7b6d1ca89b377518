import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
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

/** A copy of the base library that examples change one after the other. Whoever opens it closes it. */
export class Overlay {
  readonly folder = mkdtempSync(join(tmpdir(), "horror-"));

  constructor() {
    cpSync(baseLibrary, this.folder, { recursive: true });
  }

  /** Writes, changes, removes or links some files, hands the folder to `use` and puts it back as it was. */
  with<Result>(parts: readonly ExamplePart[], use: (folder: string) => Result): Result {
    const made: string[] = [];
    try {
      for (const part of parts) made.push(...this.#apply(part));
      return use(this.folder);
    } finally {
      for (const path of made) rmSync(path, { recursive: true, force: true });
      for (const { file } of parts) this.#putBack(file);
    }
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Gives the outermost folder that had to be made for it, where one had. */
  #apply({ action, file, text, encoding, line }: ExamplePart): string[] {
    const path = join(this.folder, file);
    if (action === "remove") {
      rmSync(path, { recursive: true });
      return [];
    }
    if (action === "change") {
      writeFileSync(path, applyDiff(readFileSync(path, "utf8"), text, `line ${line} for ${file}`));
      return [];
    }
    const made = mkdirSync(dirname(path), { recursive: true });
    if (action === "link") {
      rmSync(path, { recursive: true, force: true });
      symlinkSync(text, path);
    } else writeFileSync(path, text, encoding);
    return made === undefined ? [] : [made];
  }

  #putBack(file: string): void {
    const [path, base] = [join(this.folder, file), join(baseLibrary, file)];
    rmSync(path, { recursive: true, force: true });
    if (existsSync(base)) cpSync(base, path, { recursive: true });
  }
}

/** The same for one example, with a copy that is taken away again. */
export function withOverlay<Result>(parts: readonly ExamplePart[], use: (folder: string) => Result): Result {
  const overlay = new Overlay();
  try {
    return overlay.with(parts, use);
  } finally {
    overlay.close();
  }
}
