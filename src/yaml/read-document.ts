import { Composer, type Document, Lexer, type Node, Parser, type YAMLError } from "yaml";
import { lenientLexer } from "./lenient-lexer.ts";
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
  const deadline = performance.now() + milliseconds;
  let documents = compose(text, new Lexer(), deadline);
  let errors = documents && errorsOf(documents, dialect);
  if (errors && errors.length > 0 && dialect === "kubernetes") {
    // The strict reading explains a fault best, so the lenient one only decides whether there is any.
    const again = compose(text, lenientLexer(), deadline);
    if (!again || errorsOf(again, dialect).length === 0) {
      documents = again;
      errors = [];
    }
  }
  if (!documents || !errors) return unread([tooSlow(text, milliseconds)]);
  const document = documents[0];
  if (!document) return unread([]);
  if (errors.length > 0) {
    return { ...unread(syntaxFaults(document, errors, text)), root: document.contents };
  }
  const reader = new ValueReader(dialect, bigInts, text);
  const value = reader.readRoot(document.contents);
  return {
    root: document.contents,
    value,
    integersAreWhole: reader.integersAreWhole,
    targets: reader.targets,
    faults: reader.faults,
  };
}

/** The documents of a text as the parser gives them, or undefined where the time is up. */
function compose(text: string, lexer: Lexer, deadline: number): Document.Parsed[] | undefined {
  const documents: Document.Parsed[] = [];
  const parser = new Parser();
  const composer = new Composer(parserOptions);
  let countdown = lexemesBetweenClockReadings;
  const take = (tokens: ReturnType<Parser["end"]>) => {
    for (const token of tokens) for (const document of composer.next(token)) documents.push(document);
  };
  for (const lexeme of lexer.lex(text)) {
    take(parser.next(lexeme));
    if (--countdown === 0) {
      countdown = lexemesBetweenClockReadings;
      if (performance.now() > deadline) return undefined;
    }
  }
  take(parser.end());
  for (const document of composer.end(true, text.length)) documents.push(document);
  return documents;
}

/** What the parser complains of; Kubernetes' reader also takes a comment that touches what stands before it. */
function errorsOf(documents: readonly Document.Parsed[], dialect: YamlDialect): YAMLError[] {
  const errors = documents.flatMap((one) => one.errors);
  if (dialect !== "kubernetes") return errors;
  return errors.filter((error) => !error.message.startsWith("Comments must be separated"));
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
