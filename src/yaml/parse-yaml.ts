import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
  visit,
  type YAMLError,
} from "yaml";
import type { FindingCode } from "../finding/codes.ts";
import type { Finding, Span } from "../finding/finding.ts";
import { LineIndex } from "../finding/line-index.ts";
import { makeFinding } from "../finding/make-finding.ts";
import { kubernetesTags, surpriseOf } from "./kubernetes-dialect.ts";
import type { ParsedYaml, TextOrigin, YamlDialect, YamlDocument, YamlPath } from "./yaml-types.ts";

/** The largest text read, in UTF-16 code units: ten times the largest object an API server takes (etcd's 1.5 MiB). */
export const maxTextLength = 16 * 1024 * 1024;
/** The longest line read: no line of a manifest a person wrote comes near it. */
export const maxLineLength = 1024 * 1024;
/** The deepest nesting read; Kubernetes' own types stay under 40, a CustomResourceDefinition's schema under 100. */
export const maxDepth = 200;

/**
 * Reads a YAML text: all documents that can be read, with the place of every key and value in the file its author
 * wrote, and a finding for everything that is wrong. Never throws.
 */
export function parseYaml(
  text: string,
  origin: TextOrigin,
  options: { dialect?: YamlDialect } = {},
): ParsedYaml {
  const place = new Placer(text, origin);
  const refused = tooLarge(text, origin) ?? tooDeep(text, place);
  if (refused) return { documents: [], findings: [refused] };
  const kubernetes = options.dialect === "kubernetes";
  const parsed = parseAllDocuments(text, {
    version: "1.2",
    schema: "core",
    prettyErrors: false,
    logLevel: "silent",
    merge: kubernetes,
    ...(kubernetes ? { customTags: kubernetesTags } : {}),
  });
  const documents: YamlDocument[] = [];
  const findings: Finding[] = [];
  const list: Document[] = Array.isArray(parsed) && !("empty" in parsed) ? parsed : [];
  for (const document of list) {
    for (const problem of [...document.errors, ...document.warnings])
      findings.push(place.problem(problem, text));
    if (kubernetes) findings.push(...surprises(document, place, origin.file));
    documents.push(makeDocument(document, documents.length, place, findings));
  }
  return { documents, findings };
}

/** Turns offsets of the text into places of the author's file. */
class Placer {
  readonly #lines: LineIndex;
  readonly #origin: TextOrigin;

  constructor(text: string, origin: TextOrigin) {
    this.#lines = new LineIndex(text);
    this.#origin = origin;
  }

  at(offset: number): { line: number; column: number } {
    const { line, column } = this.#lines.at(offset);
    return {
      line: line + (this.#origin.firstLine ?? 1) - 1,
      column: column + (this.#origin.indents?.[line - 1] ?? 0),
    };
  }

  span(start: number, end: number): Span {
    const from = this.at(start);
    const to = this.at(Math.max(start, end));
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }

  finding(code: FindingCode, start: number, end: number, message: string, fix: string): Finding {
    return makeFinding({ code, file: this.#origin.file, at: this.span(start, end), message, fix });
  }

  problem(problem: YAMLError, text: string): Finding {
    const [start, end] = problem.pos;
    if (problem.code === "DUPLICATE_KEY") {
      const key = /^[^\s:#]+|^"[^"\n]*"|^'[^'\n]*'/.exec(text.slice(start, start + 200))?.[0] ?? "key";
      return this.finding(
        "yaml-duplicate-key",
        start,
        start + key.length,
        `The key ${key} already stands in this mapping; one of the two values would be lost.`,
        "Keep one of them.",
      );
    }
    const tab = problem.code === "TAB_AS_INDENT" ? start : tabIn(text, start);
    if (tab !== undefined) {
      return this.finding(
        "yaml-tab",
        tab,
        tab + 1,
        "A tab is used for indentation, and YAML allows only spaces.",
        "Replace the tab with spaces, two per level.",
      );
    }
    return this.finding(
      "yaml-syntax",
      start,
      end,
      sentence(problem.message),
      "Correct the YAML at this place.",
    );
  }
}

/** Offset of a tab in the indentation of the line at an offset. */
function tabIn(text: string, offset: number): number | undefined {
  const start = text.lastIndexOf("\n", Math.max(0, offset - 1)) + 1;
  const indent = /^[ \t]*/.exec(text.slice(start, start + 500))?.[0] ?? "";
  const tab = indent.indexOf("\t");
  return tab === -1 ? undefined : start + tab;
}

function sentence(text: string): string {
  const line = text.split("\n")[0]?.trim() ?? text;
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

function tooLarge(text: string, origin: TextOrigin): Finding | undefined {
  let problem: string | undefined;
  let line = 1;
  if (text.length > maxTextLength) {
    problem = `The text has ${text.length.toLocaleString("en")} characters; at most ${maxTextLength.toLocaleString("en")} are read.`;
  } else {
    let start = 0;
    while (start <= text.length) {
      const end = text.indexOf("\n", start);
      const length = (end === -1 ? text.length : end) - start;
      if (length > maxLineLength) {
        problem = `This line has ${length.toLocaleString("en")} characters; at most ${maxLineLength.toLocaleString("en")} are read.`;
        break;
      }
      if (end === -1) break;
      start = end + 1;
      line++;
    }
  }
  if (problem === undefined) return undefined;
  return makeFinding({
    code: "file-too-large",
    file: origin.file,
    at: { line: (origin.firstLine ?? 1) + (text.length > maxTextLength ? 0 : line - 1), column: 1 },
    message: problem,
    fix: "Split it, or leave out what nobody needs to read.",
  });
}

/** A cheap upper bound on nesting, taken before the parser recurses: brackets open at once, and indentation steps. */
function tooDeep(text: string, place: Placer): Finding | undefined {
  let flow = 0;
  let offset = 0;
  const indents: number[] = [];
  for (const line of text.split("\n")) {
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    if (indent < line.trimEnd().length) {
      while (indents.length > 0 && (indents.at(-1) ?? 0) >= indent) indents.pop();
      indents.push(indent);
      // "- - - -" opens one level per dash.
      const dashes = /^(?:- *)*/.exec(line.slice(indent))?.[0].replaceAll(" ", "").length ?? 0;
      for (let i = 0; i < line.length; i++) {
        const character = line[i];
        if (character === "[" || character === "{") flow++;
        else if ((character === "]" || character === "}") && flow > 0) flow--;
        if (flow > maxDepth) return deep(offset + i, place);
      }
      if (indents.length + dashes > maxDepth) return deep(offset + indent, place);
    }
    offset += line.length + 1;
  }
  return undefined;
}

function deep(offset: number, place: Placer): Finding {
  return place.finding(
    "yaml-too-deep",
    offset,
    offset + 1,
    `The YAML is nested more than ${maxDepth} levels deep here.`,
    "Flatten it; no Kubernetes object needs this.",
  );
}

function surprises(document: Document, place: Placer, _file: string): Finding[] {
  const findings: Finding[] = [];
  visit(document, {
    Scalar(key, node) {
      if (node.type !== "PLAIN" || node.source === undefined || !node.range) return;
      const read = surpriseOf(node.source);
      if (read === undefined) return;
      const what = key === "key" ? "The key" : "The value";
      findings.push(
        place.finding(
          "yaml-surprising-value",
          node.range[0],
          node.range[1],
          `${what} ${node.source} is read by Kubernetes as ${read}.`,
          `Write "${node.source}" in quotes if text is meant, or ${read.replace(/^the \w+ /, "")} if that is meant.`,
        ),
      );
    },
  });
  return findings;
}

function makeDocument(document: Document, index: number, place: Placer, findings: Finding[]): YamlDocument {
  const value = convert(document, place, findings);
  const [start, end] = document.contents?.range ?? [document.range?.[0] ?? 0, document.range?.[0] ?? 0];
  let bigInts: { value: unknown } | undefined;
  const walk = (path: YamlPath) => find(document, path);
  return {
    index,
    value,
    valueWithBigInts: () => {
      bigInts ??= { value: value === undefined ? undefined : withBigInts(document.contents, document, 0) };
      return bigInts.value;
    },
    empty: document.contents === null || (isScalar(document.contents) && document.contents.source === ""),
    span: place.span(start, end),
    keyAt: (path) => {
      const found = walk(path);
      const node = found.key ?? found.value;
      return node?.range ? place.span(node.range[0], node.range[1]) : place.span(start, start);
    },
    valueAt: (path) => {
      const found = walk(path);
      const node =
        found.value?.range && found.value.range[1] > found.value.range[0]
          ? found.value
          : (found.key ?? found.value);
      return node?.range ? place.span(node.range[0], node.range[1]) : place.span(start, start);
    },
    has: (path) => walk(path).exact,
  };
}

/** Plain value of a document; undefined, with a finding, where aliases are missing or multiply too much. */
function convert(document: Document, place: Placer, findings: Finding[]): unknown {
  if (document.errors.some((error) => error.code !== "DUPLICATE_KEY")) return undefined;
  try {
    return document.toJS({ maxAliasCount: 100 }) ?? (document.contents === null ? undefined : null);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    let at: readonly number[] = document.contents?.range ?? [0, 0];
    let missing: string | undefined;
    visit(document, {
      Alias(_key, node) {
        if (node.resolve(document) === undefined && node.range) {
          at = node.range;
          missing = node.source;
          return visit.BREAK;
        }
        return undefined;
      },
    });
    const [start = 0, end = start] = at;
    findings.push(
      missing === undefined && /excessive alias/i.test(message)
        ? place.finding(
            "yaml-alias-bomb",
            start,
            start + 1,
            "Aliases in this document repeat each other so often that it grows without bound.",
            "Write the values out, or use each anchor a few times only.",
          )
        : place.finding(
            "yaml-unresolved-alias",
            start,
            end,
            missing === undefined
              ? sentence(message)
              : `There is no anchor &${missing} before the alias *${missing}.`,
            "Define the anchor first, or write the value out.",
          ),
    );
    return undefined;
  }
}

function withBigInts(node: unknown, document: Document, depth: number): unknown {
  if (depth > maxDepth * 2) return null;
  if (isAlias(node)) return withBigInts(node.resolve(document), document, depth + 1);
  if (isScalar(node)) {
    if (typeof node.value !== "number" || !Number.isInteger(node.value)) return node.value;
    const source = node.source ?? String(node.value);
    return /^[-+]?[0-9_xXoObBa-fA-F]+$/.test(source) ? BigInt(node.value) : node.value;
  }
  if (isSeq(node)) return node.items.map((item) => withBigInts(item, document, depth + 1));
  if (isMap(node)) {
    const object: Record<string, unknown> = {};
    for (const pair of node.items as Pair[]) {
      const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
      if (key === "<<" && document.schema.compat === null) {
        const merged = withBigInts(pair.value, document, depth + 1);
        for (const source of Array.isArray(merged) ? merged : [merged]) {
          if (source !== null && typeof source === "object")
            for (const [name, inner] of Object.entries(source))
              if (!Object.hasOwn(object, name)) define(object, name, inner);
        }
      } else define(object, key, withBigInts(pair.value, document, depth + 1));
    }
    return object;
  }
  return null;
}

// Assignment would run the setter of a key called __proto__.
function define(object: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}

interface Found {
  key?: Node | undefined;
  value?: Node | undefined;
  exact: boolean;
}

/** The nodes at a path, or those of the nearest ancestor that exists. */
function find(document: Document, path: YamlPath): Found {
  let found: Found = { value: document.contents ?? undefined, exact: true };
  for (const step of path) {
    let node: unknown = found.value;
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = pairOf(node.items as Pair[], String(step));
      if (!pair) return { ...found, exact: false };
      found = { key: pair.key as Node, value: (pair.value ?? undefined) as Node | undefined, exact: true };
    } else if (isSeq(node) && typeof step === "number" && step < node.items.length) {
      const item = node.items[step] as Node;
      found = { key: item, value: item, exact: true };
    } else return { ...found, exact: false };
  }
  return found;
}

function pairOf(items: Pair[], name: string): Pair | undefined {
  for (const pair of items) {
    if (isScalar(pair.key) && String(pair.key.value) === name) return pair;
  }
  for (const pair of items) {
    if (!isScalar(pair.key) || pair.key.value !== "<<" || !isMap(pair.value)) continue;
    const inherited = pairOf(pair.value.items as Pair[], name);
    if (inherited) return inherited;
  }
  return undefined;
}
