import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";
import { isYaml, markerIsKnown } from "../yaml-snippets.ts";

/** After the language a YAML block may say excerpt=Kind.path, and nothing else is read. */
export const check: Check = (_library, { texts }) =>
  texts.flatMap(({ prose }) =>
    prose.blocks
      .filter((block) => !markerIsKnown(block))
      .map((block) =>
        makeFinding({
          code: "snippet-unknown-marker",
          file: prose.file,
          at: block.at,
          message: `Nobody reads "${block.marker.trim()}" after ${block.language}.`,
          fix: isYaml(block)
            ? "Leave it out for a whole manifest; for a part write where it belongs, as in excerpt=Deployment.spec.template.spec."
            : "Leave it out; only yaml blocks may carry excerpt=Kind.path.",
        }),
      ),
  );
