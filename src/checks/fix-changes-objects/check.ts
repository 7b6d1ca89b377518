import { makeFinding } from "../../finding/make-finding.ts";
import type { ManifestObject } from "../../kube/parse-manifests.ts";
import type { Check } from "../check.ts";
import { manifestPairs } from "../manifest-pair.ts";

/** Every object of broken.yaml is in fixed.yaml under the same kind and name; fixed.yaml may add objects. */
export const check: Check = (library, context) =>
  manifestPairs(library, context).flatMap(({ broken, fixed, brokenFile }) => {
    const names = fixed.map(identity);
    return broken
      .filter((object) => !names.includes(identity(object)))
      .map((object) =>
        makeFinding({
          code: "fix-changes-objects",
          file: brokenFile.file,
          at: object.at,
          message: `fixed.yaml has no ${object.kind} ${object.name}; it has ${fixed.map(({ kind, name }) => `${kind} ${name}`).join(", ")}.`,
          fix: "Keep the object in fixed.yaml, with the same kind, name and namespace.",
          resource: object.resource,
        }),
      );
  });

function identity({ group, kind, namespace, name }: ManifestObject): string {
  return [group, kind, namespace ?? "", name].join("\n");
}
