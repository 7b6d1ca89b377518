import { makeFinding } from "../../finding/make-finding.ts";
import { nearestName } from "../../finding/nearest-name.ts";
import type { Check } from "../check.ts";
import { manifestPairs, objectName } from "../manifest-pair.ts";

/** The objects that proofs name are in broken.yaml. */
export const check: Check = (library, context) =>
  manifestPairs(library, context).flatMap(({ story, broken }) => {
    const names = broken.map(objectName);
    if (!story) return [];
    return (story.facts.proof ?? []).flatMap((entry, index) => {
      const object = entry?.object;
      if (object === undefined || names.includes(object)) return [];
      const near = nearestName(object, names);
      return [
        makeFinding({
          code: "proof-object-missing",
          file: story.file,
          at: story.document.valueAt(["proof", index, "object"]),
          message: `broken.yaml has no ${object}${near ? `; did you mean ${near}?` : `; it has ${names.join(", ")}.`}`,
          fix: near ? `Write ${near}.` : "Name an object of broken.yaml as Kind/name.",
        }),
      ];
    });
  });
