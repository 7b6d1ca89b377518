import type { ShikiTransformer } from "shiki";

/**
 * Turns Shiki's inline colours into classes (`tok-keyword`), since a strict Content-Security-Policy forbids style
 * attributes. The theme names each colour `var(--shiki-token-<name>)`; src/styles/syntax.css colours the classes.
 */
export const colourByClass: ShikiTransformer = {
  name: "colour-by-class",
  pre(node) {
    const { style: _style, ...properties } = node.properties;
    node.properties = properties;
  },
  span(node) {
    const style = String(node.properties["style"] ?? "");
    const { style: _style, ...properties } = node.properties;
    node.properties = properties;
    const token = /var\(--shiki-token-([a-z-]+)\)/.exec(style)?.[1];
    if (token !== undefined) this.addClassToHast(node, `tok-${token}`);
  },
};
