import type { Finding, Span } from "../finding/finding.ts";

/** Keys and indexes from a document's root to a node: `["spec", "containers", 0, "image"]`. */
export type YamlPath = readonly (string | number)[];

/**
 * Where a text sits in the file its author wrote. A whole file is its own origin;
 * a front matter or a fenced block starts further down and, in a list, further right.
 */
export interface TextOrigin {
  /** Path as the author would type it. */
  file: string;
  /** Line of the file on which the text's first line stands; default 1. */
  firstLine?: number;
  /** Columns to add on each of the text's lines (indexed from 0), where indentation was removed; default none. */
  indents?: readonly number[];
}

/**
 * How plain scalars are read. `kubernetes`: as sigs.k8s.io/yaml (YAML 1.1 booleans and octal, no sexagesimal, no dates).
 * `core`: YAML 1.2 core schema, used for our own files; dates stay strings.
 */
export type YamlDialect = "core" | "kubernetes";

/** One document of a YAML stream. */
export interface YamlDocument {
  /** 0-based place in the stream. */
  index: number;
  /** Plain value; `undefined` for an empty document or one too broken to read. Integers are numbers. */
  value: unknown;
  /** The same value with every YAML integer as a bigint (CEL tells int from double). Computed on first use. */
  valueWithBigInts(): unknown;
  /** Whether the document holds nothing but comments. */
  empty: boolean;
  /** Where the document's content starts and ends. */
  span: Span;
  /** Place of the key at a path (of the item for a sequence index); the nearest existing ancestor where the path does not exist. */
  keyAt(path: YamlPath): Span;
  /** Place of the value at a path; the nearest existing ancestor where the path does not exist. */
  valueAt(path: YamlPath): Span;
  /** Whether the path exists in the document as written. */
  has(path: YamlPath): boolean;
}

/** What reading a YAML text gives: whatever could be read, and everything that was wrong. */
export interface ParsedYaml {
  documents: YamlDocument[];
  findings: Finding[];
}
