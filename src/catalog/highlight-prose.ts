import type { Element, ElementContent } from "hast";
import { defineHastPlugin } from "satteri";
import { codeToElement } from "./highlight.ts";

/**
 * Highlights the fenced blocks of stories, and says above an excerpt what it is an excerpt of. Astro's own highlighter
 * writes colours into style attributes, which the Content-Security-Policy forbids.
 */
export const highlightProse = defineHastPlugin({
  name: "highlight-prose",
  element: {
    filter: ["pre"],
    async visit(node, context) {
      const code = node.children.find((child) => child.type === "element" && child.tagName === "code");
      if (code?.type !== "element") return undefined;
      const classes = code.properties["className"];
      const language = (Array.isArray(classes) ? classes : [])
        .map(String)
        .find((name) => name.startsWith("language-"))
        ?.slice("language-".length);
      const block = await codeToElement(context.textContent(code).replace(/\n$/, ""), language ?? "text");
      const data = code.data as { meta?: string | null } | undefined;
      const excerpt = /(?:^|\s)excerpt=(\S+)/.exec(data?.meta ?? "")?.[1];
      return figure(block, language ?? "text", excerpt);
    },
  },
});

function figure(block: Element, language: string, excerpt: string | undefined): Element {
  const caption: ElementContent[] = excerpt
    ? [
        {
          type: "element",
          tagName: "figcaption",
          properties: {},
          children: [
            { type: "text", value: "Excerpt of " },
            {
              type: "element",
              tagName: "code",
              properties: {},
              children: [{ type: "text", value: excerpt }],
            },
          ],
        },
      ]
    : [];
  return {
    type: "element",
    tagName: "figure",
    properties: { className: ["code", `code-${language}`] },
    children: [...caption, block],
  };
}
