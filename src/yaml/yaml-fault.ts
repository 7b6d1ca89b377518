import type { FindingCode } from "../finding/codes.ts";

/** Something wrong in a text, placed by offsets; `parse-yaml.ts` turns it into a finding with lines and columns. */
export interface YamlFault {
  code: FindingCode;
  /** Offset in the text where the fault starts. */
  start: number;
  /** Offset after the fault. */
  end: number;
  /** The sentence, made once the lines are known; `lineOf` gives an offset's line in the author's file. */
  message: (lineOf: (offset: number) => number) => string;
  fix: string;
}

/** Limits of one text. They are far above what the API server accepts (3 MiB a request) and keep a reader's tab alive. */
export const yamlLimits = {
  /** Characters of a whole text. */
  text: 64 * 1024 * 1024,
  /** Characters of one document. */
  document: 16 * 1024 * 1024,
  /** Characters of one line. */
  line: 1024 * 1024,
  /** Levels of nesting. */
  depth: 200,
  /** Nodes that aliases may add to a document. */
  aliasNodes: 200_000,
  /** Milliseconds for one document. */
  milliseconds: 10_000,
} as const;
