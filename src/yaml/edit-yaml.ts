import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  parseDocument,
  visit,
  type YAMLSeq,
} from "yaml";
import type { YamlPath } from "./yaml-types.ts";

/** One change of a document: a value set, or an entry taken out. */
export interface YamlEdit {
  path: YamlPath;
  /** The new value; undefined takes the entry out, with the comments above it. */
  value: unknown;
  /** A comment behind the value, without its `#`. */
  comment?: string;
  /** The entry of the same mapping behind which a new one goes; at the end where it is left out. */
  after?: string;
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
  for (const { path, value, comment, after } of edits) {
    if (value === undefined) document.deleteIn(path);
    else {
      const isNew = !document.hasIn(path);
      setValue(document, path, value);
      if (isNew && after !== undefined) moveBehind(document, path, after);
    }
    const node: unknown = comment === undefined ? undefined : document.getIn(path, true);
    if (comment !== undefined && isNode(node)) node.comment = ` ${comment}`;
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Moves the entry at a path behind another one of its mapping. */
function moveBehind(document: Document, path: YamlPath, after: string): void {
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return;
  const place = parent.items.findIndex(({ key }) => isScalar(key) && key.value === after);
  const [entry] = place < 0 ? [] : parent.items.splice(-1, 1);
  if (entry) parent.items.splice(place + 1, 0, entry);
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
  visit(made, { Seq: (_, list) => setShortRecords(list) });
  document.setIn(path, made);
}

/** A list of short records, such as the nodes and arrows of a picture, has each of them on one line. */
function setShortRecords(list: YAMLSeq): void {
  if (!list.items.every((item) => isMap(item) && fitsOnLine(item.toJSON()))) return;
  for (const item of list.items) if (isMap(item)) item.flow = true;
}

function fitsOnLine(value: unknown): boolean {
  return isFlat(value) && JSON.stringify(value).length <= 110;
}

/** Lists of words stay on one line; anything deeper gets lines of its own. */
function isFlat(value: unknown): boolean {
  return Object.values(value as object).every((inner) => typeof inner !== "object" || inner === null);
}
