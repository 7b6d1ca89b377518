import { Composer, type Document, Lexer, type Node, Parser } from "yaml";
import type { DocumentSlice } from "./split-documents.ts";
import { syntaxFaults } from "./syntax-faults.ts";
import { ValueReader } from "./value-reader.ts";
import { type YamlFault, yamlLimits } from "./yaml-fault.ts";
import type { YamlDialect } from "./yaml-types.ts";

/** One document as the parser gives it: the tree for positions, the value, and the faults (offsets in the slice). */
export interface ReadDocument {
  root: Node | null;
  value: unknown;
  /** Whether every whole number of the value was written as an integer, so that integers need no second reading. */
  integersAreWhole: boolean;
  /** What each alias stands for. */
  targets: ReadonlyMap<Node, Node>;
  faults: YamlFault[];
}

/** Keys are compared and tags resolved by our own reader, so the parser is told to leave both alone. */
const parserOptions = {
  schema: "failsafe",
  resolveKnownTags: false,
  uniqueKeys: false,
  merge: false,
  logLevel: "silent",
} as const;

const lexemesBetweenClockReadings = 512;

/**
 * Reads one document of a stream.
 * @param text the document's own stretch of the stream
 * @param bigInts whether integers become bigints
 * @param milliseconds time after which reading is given up
 */
export function readDocument(
  text: string,
  dialect: YamlDialect,
  bigInts: boolean,
  milliseconds: number,
): ReadDocument {
  const documents: Document.Parsed[] = [];
  const parser = new Parser();
  const composer = new Composer(parserOptions);
  const started = performance.now();
  let countdown = lexemesBetweenClockReadings;
  const take = (tokens: ReturnType<Parser["end"]>) => {
    for (const token of tokens) for (const document of composer.next(token)) documents.push(document);
  };
  for (const lexeme of new Lexer().lex(text)) {
    take(parser.next(lexeme));
    if (--countdown === 0) {
      countdown = lexemesBetweenClockReadings;
      if (performance.now() - started > milliseconds) return unread([tooSlow(text, milliseconds)]);
    }
  }
  take(parser.end());
  for (const document of composer.end(true, text.length)) documents.push(document);

  const document = documents[0];
  if (!document) return unread([]);
  const errors = documents.flatMap((one) => one.errors);
  if (errors.length > 0) {
    return { ...unread(syntaxFaults(document, errors, text)), root: document.contents };
  }
  const reader = new ValueReader(dialect, bigInts);
  const value = reader.readRoot(document.contents);
  return {
    root: document.contents,
    value,
    integersAreWhole: reader.integersAreWhole,
    targets: reader.targets,
    faults: reader.faults,
  };
}

/** Limits that are cheaper to check before reading; gives the fault, or undefined where the slice may be read. */
export function sizeFault(text: string, { start, end }: DocumentSlice): YamlFault | undefined {
  const size = end - start;
  if (size > yamlLimits.document) {
    const message = () =>
      `The document has ${size} characters; up to ${yamlLimits.document} are read, and the API server takes 3 MiB.`;
    return { code: "yaml-too-large", start, end: start + 1, message, fix: "Split it." };
  }
  if (size <= yamlLimits.line) return undefined;
  let lineStart = start;
  while (lineStart < end) {
    const newline = text.indexOf("\n", lineStart);
    const lineEnd = newline === -1 || newline > end ? end : newline;
    const length = lineEnd - lineStart;
    if (length > yamlLimits.line) {
      const message = () => `The line has ${length} characters; up to ${yamlLimits.line} are read.`;
      const fix = "Break the line, or keep the data outside of the manifest.";
      return { code: "yaml-too-large", start: lineStart, end: lineStart + 1, message, fix };
    }
    lineStart = lineEnd + 1;
  }
  return undefined;
}

function tooSlow(text: string, milliseconds: number): YamlFault {
  return {
    code: "yaml-too-slow",
    start: 0,
    end: Math.min(1, text.length),
    message: () => `Reading this document took longer than ${milliseconds / 1000} seconds and was given up.`,
    fix: "Simplify or split the document.",
  };
}

function unread(faults: YamlFault[]): ReadDocument {
  return { root: null, value: undefined, integersAreWhole: true, targets: new Map(), faults };
}
