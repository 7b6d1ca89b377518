import { type Document, isCollection, isNode, isScalar, parseDocument } from "yaml";
import type { YamlPath } from "./yaml-types.ts";

/** One change of a document: a value set, or an entry taken out. */
export interface YamlEdit {
  path: YamlPath;
  /** The new value; undefined takes the entry out, with the comments above it. */
  value: unknown;
  /** A comment behind the value, without its `#`. */
  comment?: string;
}

/**
 * Changes values in one YAML document and keeps its comments, its order and its blank lines. Entries that are not there
 * yet are added at the end of their mapping or list. The result depends on the text and the edits alone. Throws where
 * the text is no YAML, since only text of our own is edited.
 */
export function editYaml(text: string, edits: readonly YamlEdit[]): string {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) throw new Error(`The text to edit is no YAML: ${error.message}`, { cause: error });
  for (const { path, value, comment } of edits) {
    if (value === undefined) document.deleteIn(path);
    else setValue(document, path, value);
    const node: unknown = comment === undefined ? undefined : document.getIn(path, true);
    if (comment !== undefined && isNode(node)) node.comment = ` ${comment}`;
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** A scalar in place of a scalar keeps the comments around it; anything else is made anew. */
function setValue(document: Document, path: YamlPath, value: unknown): void {
  const node: unknown = document.getIn(path, true);
  if (isScalar(node) && (typeof value !== "object" || value === null)) {
    node.value = value;
    delete node.type;
    delete node.source;
    return;
  }
  const made = document.createNode(value);
  if (isCollection(made))
    made.flow = made.items.length === 0 || (isCollection(node) && node.flow === true && isFlat(value));
  document.setIn(path, made);
}

/** Lists of words stay on one line; anything deeper gets lines of its own. */
function isFlat(value: unknown): boolean {
  return Object.values(value as object).every((inner) => typeof inner !== "object" || inner === null);
}
