import type { FindingCode } from "../finding/codes.ts";
import type { Finding } from "../finding/finding.ts";
import { LineIndex } from "../finding/line-index.ts";
import { makeFinding } from "../finding/make-finding.ts";
import type { LibraryFile } from "./library-files.ts";

/** A stretch of a text that should not be published. */
export interface LeakedText {
  offset: number;
  length: number;
  message: string;
  fix: string;
}

/** Looks for one kind of leak in every file. What `find` marks is masked in every report. */
export function findLeaks(
  code: FindingCode,
  files: readonly LibraryFile[],
  find: (file: LibraryFile) => LeakedText[],
): Finding[] {
  return files.flatMap((source) => {
    const found = find(source);
    if (found.length === 0) return [];
    const lines = new LineIndex(source.text);
    return found.map(({ offset, length, message, fix }) => {
      const end = lines.at(offset + length);
      const at = { ...lines.at(offset), endLine: end.line, endColumn: end.column };
      return makeFinding({ code, file: source.file, at, message, fix });
    });
  });
}
