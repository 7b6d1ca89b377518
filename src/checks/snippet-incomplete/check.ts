import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";
import { yamlSnippets } from "../yaml-snippets.ts";

/** A YAML block that leaves something out says which part of which kind it is, so that it can be checked as that. */
export const check: Check = (_library, { texts }) =>
  texts.flatMap(({ prose }) =>
    yamlSnippets(prose.blocks).flatMap((snippet) => {
      if (snippet.kind !== "elided") return [];
      const { block, line, text } = snippet;
      const at = {
        line: (block.origin.firstLine ?? 1) + line,
        column: (block.origin.indents?.[line] ?? 0) + 1,
      };
      return [
        makeFinding({
          code: "snippet-incomplete",
          file: prose.file,
          at,
          message: `"${text}" leaves something out, and the block is not marked as an excerpt.`,
          fix: "Write the whole manifest, or say after yaml where the part belongs, as in excerpt=Deployment.spec.template.spec.",
        }),
      ];
    }),
  );
