import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";

/** Where the front matter says that there are manifests, both files are there. Files every folder needs are seen on loading. */
export const check: Check = (_library, { told }) =>
  told.flatMap(({ folder, facts, document, file }) => {
    if (!facts.manifests || "none" in facts.manifests) return [];
    return (["broken", "fixed"] as const)
      .filter((name) => !folder[name])
      .map((name) =>
        makeFinding({
          code: "file-missing",
          file,
          at: document.keyAt(["manifests"]),
          message: `The front matter describes manifests, and there is no ${folder.folder}/${name}.yaml.`,
          fix: 'Add it, or say under "manifests" why there is none: { none: the reason }.',
        }),
      );
  });
