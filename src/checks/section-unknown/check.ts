import { makeFinding } from "../../finding/make-finding.ts";
import { nearestName } from "../../finding/nearest-name.ts";
import { storySections } from "../../story/story-sections.ts";
import type { Check } from "../check.ts";
import { sectionsOf } from "../sections-of.ts";

/** A story has the sections of story-sections.ts and no others; level one is the page's own title. */
export const check: Check = (_library, { texts }) =>
  texts.flatMap((text) => {
    const order = storySections.map(({ title }) => title);
    const levelOne = text.prose.headings
      .filter(({ depth }) => depth === 1)
      .map(({ title, at }) =>
        makeFinding({
          code: "section-unknown",
          file: text.prose.file,
          at,
          message: `"${title}" is a heading of the first level, which is the page's own title.`,
          fix: "Use two or more number signs.",
        }),
      );
    const unknown = (sectionsOf(text) ?? [])
      .filter(({ title }) => !order.includes(title))
      .map(({ title, at }) => {
        const near = nearestName(title, order);
        return makeFinding({
          code: "section-unknown",
          file: text.prose.file,
          at,
          message: `No story has a section "${title}"${near ? `; did you mean "${near}"?` : "."}`,
          fix: near
            ? `Write "## ${near}".`
            : `Make it a smaller heading (###) in one of: ${order.join(", ")}.`,
        });
      });
    return [...levelOne, ...unknown];
  });
