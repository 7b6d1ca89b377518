import type { Finding, Span } from "../finding/finding.ts";
import { makeFinding } from "../finding/make-finding.ts";
import { parseYaml } from "./parse-yaml.ts";
import { notAField } from "./syntax-faults.ts";
import type { TextOrigin, YamlDocument, YamlPath } from "./yaml-types.ts";

/** A mapping with syntax errors, as far as its fields can be read one by one. */
export interface ReadFields {
  /** The fields that can be read, as one document. */
  document: YamlDocument;
  /** What is wrong with the others. */
  findings: Finding[];
  /** Names that stand at the start of a line in what cannot be read: whether such a field is missing is not known. */
  unread: string[];
}

/** Whether a syntax error, and no limit, keeps a text from being read. */
export function isMisspelt(findings: readonly Finding[]): boolean {
  const errors = findings.filter(({ severity }) => severity === "error");
  return errors.length > 0 && errors.every(({ code }) => code === "yaml-syntax" || code === "yaml-tab");
}

/**
 * Reads a block mapping field by field, so that one that is misspelt takes no other with it. In a block mapping
 * everything that belongs to a field is indented or a list item (YAML 1.2.2, section 8.2.2), so a field ends where the
 * next line starts with a word. Takes what `parseYaml` found in the whole text. Never throws.
 */
export function parseFields(text: string, origin: TextOrigin, whole: readonly Finding[]): ReadFields {
  const fields = new FieldsDocument();
  const findings: Finding[] = [];
  const unread: string[] = [];
  for (const { text: part, firstLine } of parts(text, origin.firstLine ?? 1)) {
    const parsed = parseYaml(part, { ...origin, firstLine });
    const [document] = parsed.documents;
    const { value } = document ?? {};
    if (document && isMapping(value) && parsed.documents.length === 1) {
      findings.push(...parsed.findings);
      fields.add(document, value);
      continue;
    }
    if (document?.empty) continue;
    const told = whole.filter(({ line }) => within(line, part, firstLine));
    const at = { line: firstLine, column: 1 };
    findings.push(
      ...(parsed.findings.length > 0
        ? parsed.findings
        : told.length > 0
          ? told
          : [makeFinding({ code: "yaml-syntax", file: origin.file, at, ...notAField })]),
    );
    unread.push(...[...part.matchAll(/^[\t -]*["']?(\w+)["']?[ \t]*:/gm)].map(([, name = ""]) => name));
  }
  const isTold = findings.some(({ severity }) => severity === "error");
  return { document: fields, findings: isTold ? findings : [...whole, ...findings], unread };
}

/** Stretches of a text that each start with a line that starts with a word; the first may start with anything. */
function parts(text: string, firstLine: number): { text: string; firstLine: number }[] {
  const found: { text: string; firstLine: number }[] = [];
  let line = firstLine;
  for (const part of text.split(/(?<=\n|\r(?!\n))(?=["'\p{L}\p{N}_])/u)) {
    found.push({ text: part, firstLine: line });
    line += part.match(/\r\n|\n|\r/g)?.length ?? 0;
  }
  return found;
}

function within(line: number, part: string, firstLine: number): boolean {
  return line >= firstLine && line <= firstLine + (part.trimEnd().match(/\r\n|\n|\r/g)?.length ?? 0);
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** Documents with a field each, seen as one. */
class FieldsDocument implements YamlDocument {
  readonly index = 0;
  readonly value: Record<string, unknown> = {};
  readonly #documents: YamlDocument[] = [];
  readonly #byField = new Map<string, YamlDocument>();

  add(document: YamlDocument, value: Record<string, unknown>): void {
    this.#documents.push(document);
    for (const [name, field] of Object.entries(value)) {
      Object.defineProperty(this.value, name, {
        value: field,
        enumerable: true,
        configurable: true,
        writable: true,
      });
      this.#byField.set(name, document);
    }
  }

  get empty(): boolean {
    return this.#documents.length === 0;
  }

  get span(): Span {
    const start = this.#documents[0]?.span ?? { line: 1, column: 1, endLine: 1, endColumn: 1 };
    const { endLine, endColumn } = this.#documents.at(-1)?.span ?? start;
    return { line: start.line, column: start.column, endLine, endColumn };
  }

  valueWithBigInts(): unknown {
    return Object.assign({}, ...this.#documents.map((document) => document.valueWithBigInts()));
  }

  keyAt(path: YamlPath): Span {
    return this.#of(path)?.keyAt(path) ?? this.span;
  }

  valueAt(path: YamlPath): Span {
    return this.#of(path)?.valueAt(path) ?? this.span;
  }

  has(path: YamlPath): boolean {
    return path.length === 0 || (this.#of(path)?.has(path) ?? false);
  }

  #of([field]: YamlPath): YamlDocument | undefined {
    return typeof field === "string" ? this.#byField.get(field) : undefined;
  }
}
