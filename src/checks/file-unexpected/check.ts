import { makeFinding } from "../../finding/make-finding.ts";
import type { Check } from "../check.ts";

/** Where the front matter says that no manifest can show the fault, there is none. Other stray files are seen on loading. */
export const check: Check = (_library, { told }) =>
  told.flatMap(({ folder, facts }) => {
    if (!facts.manifests || !("none" in facts.manifests)) return [];
    return (["broken", "fixed"] as const).flatMap((name) => {
      const present = folder[name];
      if (!present) return [];
      return [
        makeFinding({
          code: "file-unexpected",
          file: present.file,
          at: { line: 1, column: 1 },
          message: `The front matter of ${folder.id} says that no manifest can show the fault, and here is one.`,
          fix: 'Remove the file, or describe it under "manifests".',
        }),
      ];
    });
  });
