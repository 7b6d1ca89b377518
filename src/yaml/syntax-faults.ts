import { type Document, isCollection, isPair, isScalar, type Node, type Scalar, type YAMLError } from "yaml";
import { LineIndex } from "../finding/line-index.ts";
import type { YamlFault } from "./yaml-fault.ts";

/** What is wrong with a line of a mapping that has no key. */
export const notAField = {
  message: "This line is neither a `key: value` nor the continuation of the line above.",
  fix: "Add the missing colon (with a space after it), or indent the line under what it belongs to.",
};

/** What a fault of the parser means to an author. The first pattern that fits is taken. */
const explanations: { pattern: RegExp; message: string; fix: string }[] = [
  {
    pattern: /Missing closing ['"]quote/,
    message: "The quoted text that starts here has no closing quote.",
    fix: "Close the quote.",
  },
  {
    pattern: /Nested mappings are not allowed in compact mappings/,
    message: "There is a second `key: value` on a line that already has one.",
    fix: "Quote the value if its colon is part of the text, or put the second key on a line of its own.",
  },
  {
    pattern: /Implicit (?:map )?keys need to be (?:on a single line|followed by map values)/,
    ...notAField,
  },
  {
    pattern: /All mapping items must start at the same column/,
    message: "This key stands in another column than the keys of the same mapping.",
    fix: "Indent it like its neighbours.",
  },
  {
    pattern: /All sequence items must start at the same column/,
    message: "This item stands in another column than the items of the same list.",
    fix: "Indent its `-` like the others.",
  },
  {
    pattern:
      /(?:block sequence may not be used as an implicit map key|Unexpected block-seq-ind|Sequence item without -)/,
    message: "A list and a mapping are mixed at this place.",
    fix: "Put the list under a key of its own, or give every item its `-`.",
  },
  {
    pattern: /Plain value cannot start with (.+)/,
    message: "An unquoted value cannot start with $1.",
    fix: "Put the value in quotes.",
  },
  {
    pattern: /Invalid escape sequence (.+)/s,
    message: "`$1` is no escape sequence of a double-quoted text.",
    fix: "Double the backslash, or use single quotes.",
  },
  {
    pattern: /Comments must be separated/,
    message: "A comment starts with a space before its `#`.",
    fix: "Put a space before the `#`, or quote the text if it belongs to the value.",
  },
  {
    pattern: /(?:Missing , (?:or : )?between|must end with a|Flow (?:map|sequence) in block)/,
    message: "The braces or brackets opened before are not closed, or a comma between two items is missing.",
    fix: "Add the missing comma, `}` or `]`, and indent every line of it further than its key.",
  },
  {
    pattern: /Block scalars with more-indented leading empty lines/,
    message: "A blank line at the start of this block has more spaces than its text.",
    fix: "Take the spaces off the blank line, or say how far the block is indented (`|2`).",
  },
  {
    pattern: /(?:Block scalar header includes extra|Block scalar header)/,
    message: "Text stands after the `|` or `>` that opens a block.",
    fix: "Start the text on the next line.",
  },
  {
    pattern: /Anchors? (?:can|and tags)|at most one anchor|Tags and anchors|An alias node must not/,
    message: "An anchor, alias or tag stands where none may stand.",
    fix: "Write one anchor (`&name`) before a value, or an alias (`*name`) in place of one.",
  },
  {
    pattern: /Block collections? (?:cannot start on same line|are not allowed)/,
    message: "A mapping or list may not start on this line.",
    fix: "Start it on the next line.",
  },
  {
    pattern: /directives?[- ]end/,
    message: "A directive (`%…`) must be followed by `---`.",
    fix: "Add `---` after the directives.",
  },
];

const tabExplanation = {
  message: "This line is indented with a tab; YAML allows only spaces.",
  fix: "Replace the tab by spaces.",
};

/**
 * The faults of a document that the parser could not read. One mistake makes a parser stumble several times,
 * so only the first stumble is told, and tabs, each on its own line.
 */
export function syntaxFaults(
  document: Document.Parsed,
  errors: readonly YAMLError[],
  text: string,
): YamlFault[] {
  const first = [...errors].sort((a, b) => a.pos[0] - b.pos[0])[0];
  if (!first) return [];
  const tabs = indentingTabs(document, errors, text);
  if (tabs.length > 0) return tabs;
  const quote = runawayQuote(document.contents, first, text);
  if (quote) return [quote];
  const exhausted = errors.find((error) => error.code === "RESOURCE_EXHAUSTION");
  if (exhausted) return [tooDeep(exhausted.pos[0], exhausted.pos[1])];
  const deeper = deeperLine(first, text);
  if (deeper) return [deeper];
  const explanation = explanations.find(({ pattern }) => pattern.test(first.message));
  const match = explanation?.pattern.exec(first.message);
  const [start, end] = visible(text, first.pos[0], first.pos[1]);
  const near = text
    .slice(start, Math.min(end, start + 40))
    .split("\n")[0]
    ?.trim();
  const message =
    explanation?.message.replace("$1", () => match?.[1] ?? "") ??
    (near ? `The text \`${near}\` cannot stand here.` : "The document ends too early here.");
  const fix =
    explanation?.fix ?? "Check the indentation, quotes, colons and brackets of this line and the one above.";
  return [{ code: "yaml-syntax", start, end, message: () => message, fix }];
}

/** The fault of nesting beyond what is read. */
export function tooDeep(start: number, end: number): YamlFault {
  return {
    code: "yaml-too-deep",
    start,
    end,
    message: () => "The nesting at this place is too deep to be read.",
    fix: "Flatten the structure; no Kubernetes object needs this many levels.",
  };
}

/** So many lines with tabs are told one by one. */
const shownTabs = 20;

/** Lines of the parser's stumbles, and those just above, that start with a tab, outside of quotes and blocks. */
function indentingTabs(document: Document.Parsed, errors: readonly YAMLError[], text: string): YamlFault[] {
  if (!text.includes("\t")) return [];
  const faults: YamlFault[] = [];
  const named = errors.some((error) => error.code === "TAB_AS_INDENT");
  const lines = text.split("\n");
  const index = new LineIndex(text);
  const stumbles = new Set(errors.map((error) => index.at(error.pos[0]).line - 1));
  const scalars: Scalar[] = [];
  collectScalars(document.contents, scalars, 0);
  let offset = 0;
  lines.forEach((line, index) => {
    const match = /^ *\t[ \t]*(?=\S)/.exec(line);
    const near = named || stumbles.has(index) || stumbles.has(index + 1) || stumbles.has(index - 1);
    if (match && near && faults.length < shownTabs && !line.trimStart().startsWith("#")) {
      const tab = offset + match[0].indexOf("\t");
      const quoted = scalars.some(
        (scalar) => scalar.type !== "PLAIN" && scalar.range && scalar.range[0] < tab && tab < scalar.range[1],
      );
      if (!quoted) {
        const { message, fix } = tabExplanation;
        faults.push({
          code: "yaml-tab",
          start: tab,
          end: offset + match[0].length,
          message: () => message,
          fix,
        });
      }
    }
    offset += line.length + 1;
  });
  return faults;
}

/** The multi-line quoted text that ends on the line of the first stumble: most likely its closing quote is missing. */
function runawayQuote(root: Node | null, error: YAMLError, text: string): YamlFault | undefined {
  const scalars: Scalar[] = [];
  collectScalars(root, scalars, 0);
  const culprit = scalars.find(({ type, range }) => {
    if (!range || (type !== "QUOTE_DOUBLE" && type !== "QUOTE_SINGLE")) return false;
    const [start, end] = range;
    if (end > error.pos[0] + 1 || !text.slice(start, end).includes("\n")) return false;
    return !text.slice(end, error.pos[0]).includes("\n");
  });
  if (!culprit?.range) {
    if (!/Missing closing ['"]quote/.test(error.message)) return undefined;
    const open = scalars.find(({ range }) => range?.[1] === error.pos[0]);
    if (!open?.range) return undefined;
    return unclosed(open.range[0], text);
  }
  return unclosed(culprit.range[0], text);
}

/** The line below `key: value` that is indented further and is itself a `key: value`: the parser blames the line above. */
function deeperLine(error: YAMLError, text: string): YamlFault | undefined {
  if (!error.message.startsWith("Nested mappings are not allowed")) return undefined;
  const lineEnd = text.indexOf("\n", error.pos[0]);
  if (lineEnd === -1 || /:(?:\s|$)/.test(text.slice(error.pos[0], lineEnd).trimEnd())) return undefined;
  const start = lineEnd + 1 + (/^\s*/.exec(text.slice(lineEnd + 1))?.[0].length ?? 0);
  return {
    code: "yaml-syntax",
    start,
    end: start + Math.max(1, /^[^\s:]*/.exec(text.slice(start))?.[0].length ?? 1),
    message: () => "This line is indented further than the line above, which already has its value.",
    fix: "Indent it like the line above, or give the line above no value of its own.",
  };
}

function unclosed(start: number, text: string): YamlFault {
  const lineEnd = text.indexOf("\n", start);
  return {
    code: "yaml-syntax",
    start,
    end: lineEnd === -1 ? text.length : lineEnd,
    message: () => "The quoted text that starts here is not closed on its line.",
    fix: "Close the quote.",
  };
}

/** All scalars of a document; nesting beyond the limit is left out. */
function collectScalars(node: unknown, into: Scalar[], depth: number): void {
  if (depth > 200) return;
  if (isScalar(node)) into.push(node);
  else if (isPair(node)) {
    collectScalars(node.key, into, depth + 1);
    collectScalars(node.value, into, depth + 1);
  } else if (isCollection(node)) {
    for (const item of node.items) collectScalars(item, into, depth + 1);
  }
}

/** Moves a place past white space to the next visible character, and back to the last one at the end of the text. */
function visible(text: string, start: number, end: number): [number, number] {
  let from = Math.min(start, text.length);
  while (from < text.length && /\s/.test(text[from] ?? "")) from++;
  if (from >= text.length) {
    from = Math.max(0, text.trimEnd().length - 1);
    return [from, from + 1];
  }
  return [from, Math.max(end, from + 1)];
}
