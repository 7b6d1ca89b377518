import { makeFinding } from "../../finding/make-finding.ts";
import { nearestName } from "../../finding/nearest-name.ts";
import type { Check } from "../check.ts";
import { evidenceFile } from "../claimed-lines.ts";

/** The files of evidence that symptoms name are there. */
export const check: Check = (_library, { told }) =>
  told.flatMap(({ folder, facts, document, file }) =>
    (facts.symptoms ?? []).flatMap((symptom, index) => {
      const named = symptom?.evidence?.file;
      if (named === undefined || evidenceFile(folder, named)) return [];
      const names = folder.evidence.map((present) => present.file.slice(folder.folder.length + 1));
      const near = nearestName(named, names);
      return [
        makeFinding({
          code: "evidence-missing",
          file,
          at: document.valueAt(["symptoms", index, "evidence", "file"]),
          message: `There is no ${folder.folder}/${named}${near ? `; did you mean ${near}?` : "."}`,
          fix: near ? `Write ${near}.` : "Add the published text as that file, or leave the evidence out.",
        }),
      ];
    }),
  );
