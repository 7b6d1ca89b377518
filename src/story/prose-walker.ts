import type { Span } from "../finding/finding.ts";
import { fencedBlock } from "./fenced-block.ts";
import type { Prose, ProseAttribute } from "./prose-types.ts";
import { proseNodes, unsafeNode } from "./safe-prose.ts";

/** Deepest nesting that is walked; the bounds on prose keep real texts far from it. */
const maxDepth = 300;

/** The part of a syntax tree node that is read here; https://github.com/syntax-tree/mdast and mdast-util-mdx. */
export interface TreeNode {
  type: string;
  position?: { start: TreePoint; end: TreePoint };
  children?: TreeNode[];
  depth?: number;
  name?: string | null;
  url?: string;
  checked?: boolean | null;
  value?: string;
  lang?: string | null;
  meta?: string | null;
  attributes?: {
    type: string;
    name?: string;
    value?: string | { value: string } | null;
  }[];
}

export interface TreePoint {
  offset: number;
  line: number;
  column: number;
}

/** Gathers what the checks ask about from the tree. */
export class ProseWalker {
  readonly #prose: Prose;
  readonly #source: string;
  readonly #lines: readonly string[];
  #section: string | undefined;

  constructor(prose: Prose, source: string) {
    this.#prose = prose;
    this.#source = source;
    this.#lines = source.split(/\r\n|\n|\r/);
  }

  children(parent: TreeNode, depth = 0): void {
    for (const node of parent.children ?? []) this.#visit(node, parent, depth);
  }

  #visit(node: TreeNode, parent: TreeNode, depth: number): void {
    const prose = this.#prose;
    const at = spanOf(node);
    if (depth > maxDepth) {
      prose.limits.push({
        kind: "deep",
        message: `More than ${maxDepth} things stand in each other here.`,
        at,
      });
      return;
    }
    const reason = unsafeNode(node);
    if (reason !== undefined) prose.refused.push({ reason, at });
    switch (node.type) {
      case "heading":
        prose.headings.push({
          title: textOf(node),
          depth: node.depth ?? 1,
          at,
          topLevel: parent.type === "root",
          hasContent: hasContent(node, parent),
        });
        if (node.depth === 2 && parent.type === "root") this.#section = textOf(node);
        break;
      case "link":
      case "image":
      case "definition":
        prose.links.push({ url: node.url ?? "", kind: node.type, text: textOf(node), at });
        break;
      case "imageReference":
        prose.links.push({ url: "", kind: "image", text: "", at });
        break;
      case "code":
        prose.blocks.push(
          fencedBlock(
            { language: node.lang ?? "", marker: node.meta ?? "", text: node.value ?? "", at },
            this.#lines,
            prose.file,
          ),
        );
        break;
      case "mdxjsEsm":
        prose.code.push({ kind: "module", text: node.value ?? "", at });
        break;
      case "mdxFlowExpression":
      case "mdxTextExpression":
        prose.code.push({ kind: "expression", text: node.value ?? "", at });
        break;
      case "html":
        prose.markup.push({ what: "raw HTML", at });
        break;
      case "yaml":
      case "toml":
        prose.markup.push({ what: "a second front matter", at });
        break;
      case "footnoteDefinition":
      case "footnoteReference":
        prose.markup.push({ what: "a footnote", at });
        break;
      case "listItem":
        if (typeof node.checked === "boolean") prose.markup.push({ what: "a box to tick", at });
        break;
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement":
        prose.elements.push({
          ...(node.name ? { name: node.name } : {}),
          attributes: this.#attributes(node),
          hasChildren: (node.children ?? []).length > 0,
          block: node.type === "mdxJsxFlowElement",
          at,
          ...(this.#section === undefined ? {} : { section: this.#section }),
        });
        break;
      default:
        // Whatever the parser may learn to read one day.
        if (!proseNodes.has(node.type))
          prose.markup.push({ what: `a construct of the kind ${node.type}`, at });
    }
    this.children(node, depth + 1);
  }

  /** The parser gives attributes no place, so each is looked for in the opening tag, from left to right. */
  #attributes(node: TreeNode): ProseAttribute[] {
    let from = (node.position?.start.offset ?? 0) + 1 + (node.name?.length ?? 0);
    const end = node.position?.end.offset ?? from;
    const base = node.position?.start ?? { offset: 0, line: 1, column: 1 };
    return (node.attributes ?? []).map((attribute) => {
      const spread = attribute.type === "mdxJsxExpressionAttribute";
      const wanted = spread ? "{" : (attribute.name ?? "");
      const found = this.#source.indexOf(wanted, from);
      const offset = found === -1 || found >= end ? base.offset : found;
      const expression = spread || (typeof attribute.value === "object" && attribute.value !== null);
      const text = typeof attribute.value === "string" ? attribute.value : (attribute.value?.value ?? "");
      from = offset + wanted.length;
      const value = this.#source.indexOf(text, from);
      if (value !== -1 && value < end) from = value + text.length;
      return {
        ...(spread || attribute.name === undefined ? {} : { name: attribute.name }),
        value: expression
          ? "expression"
          : attribute.value === null || attribute.value === undefined
            ? "none"
            : "text",
        text,
        at: wordSpan(this.#source, base, offset, wanted.length),
      };
    });
  }
}

/** Span of a word inside a node that starts at `base`. */
function wordSpan(source: string, base: TreePoint, offset: number, length: number): Span {
  const before = source.slice(base.offset, offset);
  const breaks = before.match(/\r\n|\n|\r/g)?.length ?? 0;
  const line = base.line + breaks;
  const column = breaks === 0 ? base.column + before.length : before.length - lastBreak(before);
  return { line, column, endLine: line, endColumn: column + length };
}

function lastBreak(text: string): number {
  return Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"));
}

function spanOf(node: TreeNode): Span {
  const start = node.position?.start ?? { line: 1, column: 1 };
  const end = node.position?.end ?? start;
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

function textOf(node: TreeNode): string {
  if (node.value !== undefined) return node.value;
  return (node.children ?? []).map(textOf).join("");
}

/** Whether something follows a heading before the next one that is not below it. */
function hasContent(heading: TreeNode, parent: TreeNode): boolean {
  const siblings = parent.children ?? [];
  const next = siblings[siblings.indexOf(heading) + 1];
  return next !== undefined && !(next.type === "heading" && (next.depth ?? 1) <= (heading.depth ?? 1));
}
