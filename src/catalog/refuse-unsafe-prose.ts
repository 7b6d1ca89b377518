import { defineMdastPlugin } from "satteri";
import type { TreeNode } from "../story/prose-walker.ts";
import { unsafeNode } from "../story/safe-prose.ts";

/**
 * Refuses, inside of the compiler, every node of a story that is not plain prose. The tree it sees is the one that is
 * compiled, so nothing can come between the judgement and the code. Throws at the first such node, which fails the build.
 */
export const refuseUnsafeProse = defineMdastPlugin({
  name: "refuse-unsafe-prose",
  options: { position: true },
  before(root, context) {
    if (context.fileURL?.pathname.endsWith(".mdx") !== true) return;
    const waiting: TreeNode[] = [root as TreeNode];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      const reason = unsafeNode(node);
      const line = node.position?.start.line ?? 1;
      if (reason !== undefined)
        throw new Error(
          `${context.fileURL.pathname}:${line}: ${reason.replace(/\.$/, "")}. It is not compiled.`,
        );
      waiting.push(...(node.children ?? []));
    }
  },
});
