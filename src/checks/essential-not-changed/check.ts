import { makeFinding } from "../../finding/make-finding.ts";
import { changedLines } from "../changed-lines.ts";
import type { Check } from "../check.ts";
import { manifestPairs } from "../manifest-pair.ts";

/** Every text under "essential" stands in a line that changes between the two manifests. */
export const check: Check = (library, context) =>
  manifestPairs(library, context).flatMap(({ story, brokenFile, fixedFile }) => {
    const manifests = story?.facts.manifests;
    if (!story || !manifests || !("essential" in manifests) || !manifests.essential) return [];
    const changed = changedLines(brokenFile.text, fixedFile.text);
    return manifests.essential.flatMap((text, index) => {
      if (text === undefined || changed.some((line) => line.text.includes(text))) return [];
      const present = brokenFile.text.includes(text) || fixedFile.text.includes(text);
      return [
        makeFinding({
          code: "essential-not-changed",
          file: story.file,
          at: story.document.valueAt(["manifests", "essential", index]),
          message: present
            ? `"${text}" stands in a line that is the same in broken.yaml and fixed.yaml.`
            : `"${text}" stands in neither broken.yaml nor fixed.yaml.`,
          fix: "Take the text of a line that the fix removes or adds.",
        }),
      ];
    });
  });
