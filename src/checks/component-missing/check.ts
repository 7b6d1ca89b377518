import { makeFinding } from "../../finding/make-finding.ts";
import { allowedComponents } from "../../story/allowed-components.ts";
import type { Check } from "../check.ts";

/** Each component stands in the section that is drawn around it; <Manifests /> only where there are manifests. */
export const check: Check = (_library, { texts }) =>
  texts.flatMap(({ prose, story }) => {
    if (!story || !prose.readable) return [];
    return [...allowedComponents].flatMap(([name, { draws, section }]) => {
      const heading = prose.headings.find(
        ({ title, depth, topLevel }) => topLevel && depth === 2 && title === section,
      );
      if (!heading || prose.elements.some((element) => element.name === name)) return [];
      const manifests = story.story.known.manifests;
      if (name === "Manifests" && (!manifests || "none" in manifests)) return [];
      return [
        makeFinding({
          code: "component-missing",
          file: prose.file,
          at: heading.at,
          message: `The section "${section}" has no <${name} />, so the page cannot show ${draws}.`,
          fix: `Put <${name} /> on a line of its own in this section.`,
        }),
      ];
    });
  });
