import { allowedComponents } from "./allowed-components.ts";
import type { Prose } from "./prose-types.ts";
import type { TreeNode } from "./prose-walker.ts";
import { unsafeAddress } from "./unsafe-address.ts";

/**
 * The nodes of Markdown that prose may consist of, by their names in mdast and mdast-util-gfm. Whatever the parser may
 * learn to read later is refused until it stands here. Images, footnotes and task lists are left out on purpose.
 */
export const proseNodes: ReadonlySet<string> = new Set([
  "root",
  "paragraph",
  "heading",
  "text",
  "emphasis",
  "strong",
  "delete",
  "inlineCode",
  "code",
  "break",
  "link",
  "linkReference",
  "definition",
  "list",
  "listItem",
  "blockquote",
  "thematicBreak",
  "table",
  "tableRow",
  "tableCell",
]);

/** Why a node may not be compiled, or nothing where it may. Its children are judged by themselves. */
export function unsafeNode(node: TreeNode): string | undefined {
  if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") {
    const bare = (node.attributes ?? []).length === 0 && (node.children ?? []).length === 0;
    return typeof node.name === "string" && allowedComponents.has(node.name) && bare
      ? undefined
      : `<${node.name ?? ""}> is not one of the components that prose may use`;
  }
  if (!proseNodes.has(node.type)) return `${node.type} is not a part of prose`;
  return node.url === undefined ? undefined : unsafeAddress(node.url);
}

/** The first reason not to compile a text, with its line, or nothing where it is safe. */
export function unsafeProse(prose: Prose): { line: number; column: number; reason: string } | undefined {
  const reasons = [
    ...prose.limits.map(({ at, message }) => ({ ...at, reason: message })),
    ...prose.problems.map(({ line, column, message }) => ({ line, column, reason: message })),
    ...prose.code.map(({ at, kind }) => ({ ...at, reason: `code stands here (${kind})` })),
    ...prose.refused.map(({ at, reason }) => ({ ...at, reason })),
  ];
  return reasons.sort((a, b) => a.line - b.line || a.column - b.column)[0];
}
