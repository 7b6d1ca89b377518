import type { ElementContent } from "hast";
import type { ShikiTransformer } from "shiki";

/** Kinds of tokens that have a colour of their own; all others are in the colour of the text. */
const coloured = ["keyword", "string", "constant", "comment", "function", "parameter", "link"];

/**
 * Turns Shiki's inline colours into classes (`tok-keyword`), since a strict Content-Security-Policy forbids style
 * attributes, and leaves out every element that would colour nothing, which is most of them. The theme names each colour
 * `var(--shiki-token-<name>)`; src/styles/syntax.css colours the classes.
 */
export const colourByClass: ShikiTransformer = {
  name: "colour-by-class",
  pre(node) {
    const { style: _style, class: _class, ...properties } = node.properties;
    node.properties = properties;
  },
  span(node) {
    const style = String(node.properties["style"] ?? "");
    const { style: _style, ...properties } = node.properties;
    node.properties = properties;
    const token = /var\(--shiki-token-([a-z-]+)\)/.exec(style)?.[1];
    if (token !== undefined && coloured.includes(token)) this.addClassToHast(node, `tok-${token}`);
  },
  code(node) {
    node.children = node.children.flatMap((line) =>
      line.type === "element" ? plain(withoutIndentation(line.children)) : [line],
    );
  },
};

/** The content of a line, with uncoloured tokens as bare text, and neighbours of one colour as one. */
function plain(tokens: readonly ElementContent[]): ElementContent[] {
  const kept: ElementContent[] = [];
  for (const token of tokens) {
    const next = token.type === "element" && classOf(token) === "" ? token.children : [token];
    for (const one of next) {
      const last = kept.at(-1);
      if (one.type === "text" && last?.type === "text") last.value += one.value;
      else if (one.type === "element" && last?.type === "element" && classOf(one) === classOf(last))
        last.children = plain([...last.children, ...one.children]);
      else kept.push(one);
    }
  }
  return kept;
}

/** The same line with its first spaces before its first token rather than in it. */
function withoutIndentation(tokens: readonly ElementContent[]): ElementContent[] {
  const [first, ...others] = tokens;
  const text = first?.type === "element" ? first.children[0] : undefined;
  if (first?.type !== "element" || text?.type !== "text") return [...tokens];
  const spaces = /^ */.exec(text.value)?.[0] ?? "";
  if (spaces === "") return [...tokens];
  const shorter = { ...first, children: [{ ...text, value: text.value.slice(spaces.length) }] };
  return [{ type: "text", value: spaces }, shorter, ...others];
}

function classOf(element: ElementContent): string {
  return element.type === "element" ? String(element.properties["class"] ?? "") : "";
}
