import type { Span } from "../finding/finding.ts";
import type { TextOrigin } from "../yaml/yaml-types.ts";

/** A heading in prose. */
export interface ProseHeading {
  title: string;
  depth: number;
  at: Span;
  /** Whether it stands by itself, not in a list or quotation. */
  topLevel: boolean;
  /** Whether any text, list, block or component follows before the next heading of this depth or higher. */
  hasContent: boolean;
}

/** An address in prose, as the parser reads it: entities and escapes resolved. */
export interface ProseLink {
  url: string;
  kind: "link" | "image" | "definition";
  /** What a reader sees; empty for a definition. */
  text: string;
  at: Span;
}

/** A fenced block. */
export interface FencedBlock {
  /** First word after the fence; empty where there is none. */
  language: string;
  /** The rest of the line after the fence. */
  marker: string;
  text: string;
  /** Where the text stands in the file. */
  origin: TextOrigin;
  /** The opening fence. */
  at: Span;
  closed: boolean;
}

/** An attribute of an element, with its place. */
export interface ProseAttribute {
  /** Its name; absent for a spread such as {...props}. */
  name?: string;
  /** What it is set to: nothing, text, or an expression in braces. */
  value: "none" | "text" | "expression";
  text: string;
  at: Span;
}

/** An element such as <Manifests /> or <b>. */
export interface ProseElement {
  /** Its name; absent for a fragment, <>. */
  name?: string;
  attributes: ProseAttribute[];
  hasChildren: boolean;
  /** Whether it stands alone, not inside a line of text. */
  block: boolean;
  at: Span;
  /** Title of the nearest level-two heading above it. */
  section?: string;
}

/** Code in prose: an import or export, or an expression in braces. */
export interface ProseCode {
  kind: "module" | "expression";
  text: string;
  at: Span;
}

/** A place the parser could not read. */
export interface ProseProblem {
  /** The parser's own words. */
  message: string;
  line: number;
  column: number;
  /** What stands there, to the end of the line. */
  text: string;
}

/** A limit that prose exceeds, so that it was not read. */
export interface ProseLimit {
  kind: "deep" | "large";
  message: string;
  at: Span;
}

/** Prose as the compiler of the site reads it, with the place of everything in the author's file. */
export interface Prose {
  file: string;
  headings: ProseHeading[];
  links: ProseLink[];
  blocks: FencedBlock[];
  elements: ProseElement[];
  code: ProseCode[];
  /** Constructs neither Markdown nor a component: raw HTML, a second front matter, a footnote. */
  markup: { what: string; at: Span }[];
  /** Every node that must not be compiled, for whatever reason: safe-prose.ts says what may be. */
  refused: { reason: string; at: Span }[];
  /** Places the parser could not read. */
  problems: ProseProblem[];
  /** Limits it exceeds; it was not read then. */
  limits: ProseLimit[];
  /** Whether the rest could be read around the problems; everything else is empty where it could not. */
  readable: boolean;
}
