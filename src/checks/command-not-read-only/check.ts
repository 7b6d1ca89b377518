import type { Finding } from "../../finding/finding.ts";
import { makeFinding } from "../../finding/make-finding.ts";
import type { YamlPath } from "../../yaml/yaml-types.ts";
import { changingCommand } from "../changing-command.ts";
import type { Check } from "../check.ts";

/** What a story calls a check, or a step that reads, changes nothing: it is run by somebody in trouble, without a second thought. */
export const check: Check = (_library, { told }) =>
  told.flatMap(({ facts, document, file }) => {
    const see = (command: string | undefined, path: YamlPath, role: string): Finding[] => {
      const found = command === undefined ? undefined : changingCommand(command);
      if (found === undefined) return [];
      return [
        makeFinding({
          code: "command-not-read-only",
          file,
          at: document.valueAt(path),
          message: `"${found}" changes something, and ${role} only reads.`,
          fix: 'Use a command that only shows, or make it a step of "mitigation" with its effect and its undo.',
        }),
      ];
    };
    return [
      ...(facts.symptoms ?? []).flatMap((symptom, index) =>
        see(symptom?.check?.command, ["symptoms", index, "check", "command"], "a check"),
      ),
      ...(facts.fix?.verify ?? []).flatMap((verification, index) =>
        see(verification?.command, ["fix", "verify", index, "command"], "a verification"),
      ),
      ...(facts.mitigation?.steps ?? []).flatMap((step, index) =>
        step?.effect === "reads"
          ? see(step.command, ["mitigation", "steps", index, "command"], "this step says that it")
          : [],
      ),
    ];
  });
