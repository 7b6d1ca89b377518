import type { Span } from "../finding/finding.ts";
import { LineIndex } from "../finding/line-index.ts";
import { makeFinding } from "../finding/make-finding.ts";
import { sortFindings } from "../finding/sort-findings.ts";
import { locatePath } from "./locate-path.ts";
import { type ReadDocument, readDocument, sizeFault } from "./read-document.ts";
import { type DocumentSlice, splitDocuments } from "./split-documents.ts";
import { type YamlFault, yamlLimits } from "./yaml-fault.ts";
import type { ParsedYaml, TextOrigin, YamlDialect, YamlDocument, YamlPath } from "./yaml-types.ts";

/** How a text is read. */
export interface ParseYamlOptions {
  /** Default `core`; manifests are read as `kubernetes`. */
  dialect?: YamlDialect;
  /** Time after which a document is given up with a finding; default 10,000. */
  milliseconds?: number;
}

/**
 * Reads a YAML stream: the value of every document, the place of everything in it, and all that is wrong.
 * Never throws on any text. A document with a syntax error has no value; the others are read all the same.
 * JSON is YAML and read as such. A byte order mark at the start is passed over.
 */
export function parseYaml(text: string, origin: TextOrigin, options: ParseYamlOptions = {}): ParsedYaml {
  const { dialect = "core", milliseconds = yamlLimits.milliseconds } = options;
  const clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const places = new Places(clean, origin);
  if (clean.length > yamlLimits.text) {
    const message = `The text has ${clean.length} characters; up to ${yamlLimits.text} are read.`;
    const at = places.span(0, 1);
    return {
      documents: [],
      findings: [makeFinding({ code: "yaml-too-large", file: origin.file, at, message, fix: "Split it." })],
    };
  }
  const faults: YamlFault[] = controlCharacters(clean);
  if (dialect === "kubernetes") faults.push(...badSeparators(clean));
  // Control characters serve the parser as marks of its own.
  const readable = faults.length > 0 ? clean.replace(controlPattern, "\ufffd") : clean;
  const documents = splitDocuments(readable).map((slice, index) => {
    const tooLarge = sizeFault(readable, slice);
    const part = readable.slice(slice.start, slice.end);
    const nothing = { root: null, value: undefined, integersAreWhole: true, targets: new Map() };
    const read: ReadDocument = tooLarge
      ? { ...nothing, faults: [tooLarge] }
      : part.length <= longestMarker && isEmptyDocument(part)
        ? { ...nothing, faults: [] }
        : readDocument(part, dialect, false, milliseconds);
    for (const fault of read.faults) {
      faults.push(
        tooLarge
          ? fault
          : {
              ...fault,
              start: fault.start + slice.start,
              end: fault.end + slice.start,
              message: shifted(fault, slice),
            },
      );
    }
    return new LazyDocument(index, read, {
      part,
      slice,
      places,
      dialect,
      unreadable: tooLarge !== undefined,
    });
  });
  const findings = faults.map(({ code, start, end, message, fix }) =>
    makeFinding({
      code,
      file: origin.file,
      at: places.span(start, end),
      message: message((offset) => places.at(offset).line),
      fix,
    }),
  );
  return { documents, findings: sortFindings(findings) };
}

function shifted(fault: YamlFault, slice: DocumentSlice): YamlFault["message"] {
  return (lineOf) => fault.message((offset) => lineOf(offset + slice.start));
}

/** Places of one text in its author's file. */
class Places {
  readonly #text: string;
  readonly #firstLine: number;
  readonly #indents: readonly number[];
  #index: LineIndex | undefined;

  constructor(text: string, origin: TextOrigin) {
    this.#text = text;
    this.#firstLine = origin.firstLine ?? 1;
    this.#indents = origin.indents ?? [];
  }

  at(offset: number): { line: number; column: number } {
    this.#index ??= new LineIndex(this.#text);
    const { line, column } = this.#index.at(offset);
    return { line: line + this.#firstLine - 1, column: column + (this.#indents[line - 1] ?? 0) };
  }

  span(start: number, end: number): Span {
    const from = this.at(start);
    const to = this.at(Math.max(start, end));
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }
}

interface DocumentContext {
  part: string;
  slice: DocumentSlice;
  places: Places;
  dialect: YamlDialect;
  unreadable: boolean;
}

/**
 * A document that keeps its value but not its tree: trees take most of the memory and only findings need them,
 * so one is read again on the first question for a place.
 */
class LazyDocument implements YamlDocument {
  readonly index: number;
  readonly value: unknown;
  readonly empty: boolean;
  readonly span: Span;
  readonly #context: DocumentContext;
  readonly #integersAreWhole: boolean;
  #tree: ReadDocument | undefined;
  #withBigInts: { value: unknown } | undefined;

  constructor(index: number, read: ReadDocument, context: DocumentContext) {
    this.index = index;
    this.#context = context;
    this.#integersAreWhole = read.integersAreWhole;
    this.empty = !context.unreadable && isEmptyDocument(context.part);
    this.value = this.empty ? undefined : read.value;
    const { start } = context.slice;
    const [from, to] = locatePath(read, [], context.dialect).value;
    this.span = read.root ? context.places.span(start + from, start + to) : context.places.span(start, start);
  }

  valueWithBigInts(): unknown {
    this.#withBigInts ??= { value: this.#readBigInts() };
    return this.#withBigInts.value;
  }

  keyAt(path: YamlPath): Span {
    return this.#place(this.#locate(path).key);
  }

  valueAt(path: YamlPath): Span {
    return this.#place(this.#locate(path).value);
  }

  has(path: YamlPath): boolean {
    return this.#locate(path).found;
  }

  #locate(path: YamlPath) {
    if (!this.#tree) {
      const { part, dialect, unreadable } = this.#context;
      this.#tree = readDocument(unreadable ? "" : part, dialect, false, Number.POSITIVE_INFINITY);
    }
    return locatePath(this.#tree, path, this.#context.dialect);
  }

  #place([from, to]: [number, number]): Span {
    const { slice, places } = this.#context;
    return places.span(slice.start + from, slice.start + to);
  }

  #readBigInts(): unknown {
    if (this.#integersAreWhole) return withBigInts(this.value);
    const { part, dialect } = this.#context;
    return readDocument(part, dialect, true, Number.POSITIVE_INFINITY).value;
  }
}

/** Every whole number as a bigint; right where no float of the text is whole. */
function withBigInts(value: unknown): unknown {
  if (typeof value === "number") return Number.isInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(withBigInts);
  if (value === null || typeof value !== "object") return value;
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    Object.defineProperty(copy, key, {
      value: withBigInts(inner),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return copy;
}

/** Stretches up to this length are looked at for being empty before they are read. */
const longestMarker = 80;

function isEmptyDocument(text: string): boolean {
  return /^(?:[ \t]*(?:#.*|---[ \t]*(?:#.*)?|%.*|\.\.\.[ \t]*(?:#.*)?)?\r?(?:\n|$))*$/.test(text);
}

/**
 * Lines that start with `---` and go on: kubectl takes each such line for a separator and nothing but a comment after it
 * (k8s.io/apimachinery/pkg/util/yaml, YAMLReader).
 */
function badSeparators(text: string): YamlFault[] {
  return [...text.matchAll(/^---(?=[ \t]*[^\s#])[^\r\n]*/gm)].map(({ index, 0: line }) => ({
    code: "yaml-syntax",
    start: index,
    end: index + line.length,
    message: () =>
      "kubectl takes a line that starts with `---` for a separator of documents, and this one goes on.",
    fix: "Write `---` alone, and what follows on a line of its own.",
  }));
}

/** What no YAML stream may contain (YAML 1.2.2, section 5.1, c-printable). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
const controlPattern = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;

const shownControlCharacters = 10;

function controlCharacters(text: string): YamlFault[] {
  const faults: YamlFault[] = [];
  for (const match of text.matchAll(controlPattern)) {
    const name = `U+${match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    faults.push({
      code: "yaml-control-character",
      start: match.index,
      end: match.index + 1,
      message: () => `The text holds the control character ${name}, which YAML forbids.`,
      fix: 'Delete it, or write it as an escape in double quotes, such as "\\x07".',
    });
    if (faults.length === shownControlCharacters) break;
  }
  return faults;
}
