import { makeFinding } from "../../finding/make-finding.ts";
import { allowedComponents } from "../../story/allowed-components.ts";
import type { Check } from "../check.ts";

/** A component stands once, alone on its line, without attributes or content, in the section it belongs to. */
export const check: Check = (_library, { texts }) =>
  texts.flatMap(({ prose, story }) => {
    const seen = new Set<string>();
    return prose.elements.flatMap((element) => {
      const name = element.name ?? "";
      const allowed = allowedComponents.get(name);
      if (!allowed) return [];
      const again = seen.has(name);
      seen.add(name);
      const manifests = story?.story.facts?.manifests;
      const [message, fix] = !story
        ? [`<${name} /> is drawn from a story, and this is none.`, "Remove it."]
        : element.section !== allowed.section
          ? [
              `<${name} /> stands ${element.section ? `under "${element.section}"` : "before the first section"}.`,
              `Move it to "${allowed.section}".`,
            ]
          : again
            ? [`<${name} /> stands here for the second time.`, "Keep one of them."]
            : element.attributes.length > 0 || element.hasChildren
              ? [`<${name} /> takes no attributes and no content.`, `Write <${name} />, alone on its line.`]
              : !element.block
                ? [
                    `<${name} /> stands inside a line of text.`,
                    "Put it on a line of its own, with empty lines around it.",
                  ]
                : name === "Manifests" && manifests && "none" in manifests
                  ? [
                      "<Manifests /> has nothing to show: the front matter says that no manifest can show the fault.",
                      "Remove it.",
                    ]
                  : [];
      if (message === undefined || fix === undefined) return [];
      return [
        makeFinding({
          code: "component-misplaced",
          file: prose.file,
          at: { line: element.at.line, column: element.at.column },
          message,
          fix,
        }),
      ];
    });
  });
